package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Brand;
import org.ticketingos.client.Brands;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Colour;
import org.ticketingos.ui.shell.Branding;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;

/** The company's name, logo and colour, with a look at the result. */
class BrandPanel extends Panel {

    private final Brands brands;
    private final ClientId client = Objects.requireNonNull(CurrentUser.get().client());
    private final TextField name = new TextField(say("portal.brand.name"));
    private final Input colour = new Input();
    private final Div look = new Div();
    private final Button plain = new Button(say("portal.brand.without-logo"));

    private BrandPanel(Brands brands) {
        super(say("portal.brand"));
        this.brands = brands;
        Brand brand = brands.of(client);
        name.setValue(brand.name());
        name.setWidthFull();
        name.setMaxLength(60);
        colour.setType("color");
        colour.setId("brand-colour");
        colour.setValue(brand.colour().hex());
        NativeLabel label = new NativeLabel(say("portal.brand.colour"));
        label.setFor(colour);
        Div choice = new Div(label, colour);
        choice.addClassNames("row", "colour");
        Button save = new Button(say("portal.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        plain.addClickListener(click -> {
            CurrentUser.get().needs(ClientRole.ADMINISTRATOR);
            brands.withoutLogo(client, CurrentUser.get().login());
            show();
        });
        plain.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div end = new Div(save, plain);
        end.addClassName("row");
        add(new Paragraph(say("portal.brand.how")), look, name, choice, logo(), end);
        addClassName("stack-panel");
        show();
    }

    private void save() {
        CurrentUser.get().needs(ClientRole.ADMINISTRATOR);
        Colour kept = brands.save(client, name.getValue(), colour.getValue(), CurrentUser.get().login());
        Notice.done(kept.hex().equalsIgnoreCase(colour.getValue())
                ? say("portal.brand.saved")
                : say("portal.brand.darkened", colour.getValue(), kept.hex()));
        colour.setValue(kept.hex());
        show();
    }

    private void show() {
        Brand brand = brands.of(client);
        Branding.colour(UI.getCurrent(), brand);
        Span sample = new Span(say("portal.brand.sample"));
        sample.addClassName("brand-sample");
        sample.getStyle().set("background", brand.colour().hex());
        plain.setVisible(brand.hasLogo());
        look.removeAll();
        look.add(Branding.head(brand), sample);
        look.addClassNames("row", "brand-look");
    }

    private Upload logo() {
        Upload upload = new Upload(UploadHandler.inMemory((about, bytes) -> {
            CurrentUser.get().needs(ClientRole.ADMINISTRATOR);
            brands.logo(client, bytes, CurrentUser.get().login());
            Notice.done(say("portal.brand.saved"));
            show();
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Brands.MOST_KILOBYTES * 1024);
        upload.setAcceptedFileTypes("image/png", "image/jpeg");
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(say("portal.brand.logo")).setMany(say("portal.brand.logo")));
        words.setDropFiles(
                new UploadI18N.DropFiles().setOne(say("portal.files.drop")).setMany(say("portal.files.drop")));
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(say("portal.brand.logo-large", Brands.MOST_KILOBYTES))
                .setTooManyFiles(say("portal.brand.one-logo"))
                .setIncorrectFileType(say("portal.brand.logo-refused")));
        upload.setI18n(words);
        upload.addFileRejectedListener(rejected -> Notice.refused(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    /** Makes the panel for the client of whoever asks. */
    @Component
    static class Maker {

        private final Brands brands;

        Maker(Brands brands) {
            this.brands = brands;
        }

        BrandPanel panel() {
            return new BrandPanel(brands);
        }
    }
}

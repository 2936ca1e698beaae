package org.ticketingos.ui.inbox;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.regex.Pattern;
import org.ticketingos.document.DocumentRef;

/** The files of a message: pictures, first pages and texts to look at, everything else by name and size. */
class Enclosed extends Div {

    /** So many are drawn at once; the others on request. */
    private static final int DRAWN = 4;

    /** So many are named at once; a batch of 500 would bury what was said. */
    private static final int NAMED = 12;

    /** A name that promises something to look at. */
    private static final Pattern PICTURE = Pattern.compile("(?i)\\.(png|jpe?g|gif|tiff?|bmp|webp|pdf)$");

    private final Papers papers;

    Enclosed(List<DocumentRef> files, Papers papers) {
        this.papers = papers;
        addClassName("enclosed");
        for (int i = 0; i < Math.min(files.size(), NAMED); i++) {
            add(one(files.get(i), i < DRAWN));
        }
        if (files.size() > NAMED) {
            Button rest = new Button(files.size() - NAMED + " more files");
            rest.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            rest.addClickListener(click -> {
                remove(rest);
                files.stream().skip(NAMED).forEach(file -> add(one(file, false)));
            });
            add(rest);
        }
    }

    private Div one(DocumentRef file, boolean draw) {
        Span size = new Span(size(file.size()));
        size.addClassName("soft");
        Div line = new Div(papers.download(file), size);
        line.addClassNames("row", "tiny");
        Div one = new Div(line);
        if (!file.scan().isFree()) {
            one.removeAll();
            one.add(words(KeptAwayWords.of(file)));
        } else if (file.size() == 0) {
            one.add(words(say("shell.file.empty")));
        } else if (!hasPages(file) && PICTURE.matcher(file.name()).find()) {
            one.add(words(say("shell.file.pretends")));
        } else if (isText(file)) {
            one.add(later("Look at " + file.name(), () -> text(file)));
        } else if (hasPages(file) && draw) {
            one.add(picture(file));
        } else if (hasPages(file)) {
            one.add(later("Look at " + file.name(), () -> picture(file)));
        }
        return one;
    }

    private static Div later(String meaning, java.util.function.Supplier<com.vaadin.flow.component.Component> content) {
        Div place = new Div();
        Button look = new Button("Look", VaadinIcon.EYE.create());
        look.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        look.setAriaLabel(meaning);
        look.addClickListener(click -> {
            place.removeAll();
            place.add(content.get());
        });
        place.add(look);
        return place;
    }

    private Div picture(DocumentRef file) {
        Image image = new Image(PagePictures.address(file.id(), 1), "First page of " + file.name());
        image.getElement().setAttribute("loading", "lazy");
        Div frame = new Div(image);
        frame.addClassName("thumb");
        image.getElement().addEventListener("load", loaded -> {
            frame.removeAll();
            frame.add(words(papers.whyNot(file)));
        }).setFilter(NoPicture.IS_IT);
        return frame;
    }

    private static Span words(String sentence) {
        Span words = new Span(sentence);
        words.addClassNames("soft", "tiny");
        return words;
    }

    private Pre text(DocumentRef file) {
        Pre pre = new Pre(papers.beginning(file));
        pre.getElement().setAttribute("dir", "auto");
        pre.getElement().setAttribute("tabindex", "0");
        pre.addClassName("text-look");
        return pre;
    }

    static boolean isText(DocumentRef file) {
        return file.scan().isFree() && file.mediaType().startsWith("text/") && !file.mediaType().startsWith("text/html");
    }

    static boolean hasPages(DocumentRef file) {
        return file.scan().isFree()
                && (file.mediaType().equals("application/pdf") || file.mediaType().startsWith("image/"));
    }

    static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " kB" : "%.1f MB".formatted(bytes / 1048576.0);
    }
}

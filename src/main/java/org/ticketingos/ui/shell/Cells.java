package org.ticketingos.ui.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cells of long lists that the browser draws from plain values, so that the server keeps no component for each. */
public final class Cells {

    private static final String CHIP = """
            <span class="${item.style}" title="${item.title}">${item.icon
                ? html`<vaadin-icon icon="${item.icon}" aria-hidden="true"></vaadin-icon>` : ''}${item.words}</span>""";

    private static final String REMARK =
            "${item.remark ? html`<span class=\"tiny likely\">${item.remark}</span>` : ''}";

    private Cells() {}

    /**
     * A pill, or soft words where the tone is null.
     *
     * @param title what the pointer is told; empty for nothing
     */
    public record Pill(@Nullable VaadinIcon icon, String words, @Nullable Tone tone, String title) {

        private String style() {
            return tone == null ? "soft" : ("chip " + tone.style()).strip();
        }

        private @Nullable String iconName() {
            return icon == null ? null : "vaadin:" + icon.name().toLowerCase(Locale.ENGLISH).replace('_', '-');
        }
    }

    /** A number that leads somewhere. */
    public static <T> LitRenderer<T> number(ValueProvider<T, String> address, ValueProvider<T, String> words) {
        return LitRenderer.<T>of("<a class=\"number\" href=\"${item.address}\">${item.words}</a>")
                .withProperty("address", address)
                .withProperty("words", words);
    }

    /** As {@link TwoLines}. */
    public static <T> LitRenderer<T> twoLines(ValueProvider<T, String> first, ValueProvider<T, String> second) {
        return LitRenderer.<T>of("""
                        <div class="subject" title="${item.first}"><span dir="auto">${item.first}</span>\
                        <small dir="auto">${item.second}</small></div>""")
                .withProperty("first", first)
                .withProperty("second", second);
    }

    /** As {@link Chip}. */
    public static <T> LitRenderer<T> pill(ValueProvider<T, Pill> pill) {
        return pill(CHIP, pill);
    }

    /**
     * With a remark beside it where there is a reason for it.
     *
     * @param why what the pointer is told of the remark; none without one
     */
    public static <T> LitRenderer<T> pill(
            ValueProvider<T, Pill> pill, ValueProvider<T, Optional<String>> why, String remark) {
        return pill("<div class=\"forecast\" title=\"${item.why}\">" + CHIP + REMARK + "</div>", pill)
                .withProperty("why", row -> why.apply(row).orElse(""))
                .withProperty("remark", row -> why.apply(row).isPresent() ? remark : "");
    }

    private static <T> LitRenderer<T> pill(String template, ValueProvider<T, Pill> pill) {
        return LitRenderer.<T>of(template)
                .withProperty("icon", row -> pill.apply(row).iconName())
                .withProperty("words", row -> pill.apply(row).words())
                .withProperty("style", row -> pill.apply(row).style())
                .withProperty("title", row -> pill.apply(row).title());
    }
}

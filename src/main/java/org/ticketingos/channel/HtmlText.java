package org.ticketingos.channel;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML mail as plain text; what it quotes is marked with {@code >}. */
final class HtmlText implements NodeVisitor {

    private static final String LINES = " p div tr table ul ol blockquote pre h1 h2 h3 h4 h5 h6 hr section header footer ";

    private final StringBuilder text = new StringBuilder();
    private int lineStart;
    private int quotes;

    private HtmlText() {}

    static String of(String html) {
        var page = Jsoup.parse(html);
        page.select("script, style, head, title, template, noscript").remove();
        HtmlText words = new HtmlText();
        NodeTraversor.traverse(words, page.body());
        return words.text.toString().replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String line = words.text().replace('\u00a0', ' ');
            if (!line.isBlank()) {
                text.append(atLineStart() ? line.stripLeading() : line);
            } else if (!atLineStart()) {
                text.append(' ');
            }
            return;
        }
        if (node instanceof Element element) {
            if (quote(element)) {
                quotes++;
                line();
            }
            switch (element.normalName()) {
                case "br" -> line();
                case "li" -> {
                    freshLine();
                    text.append("- ");
                }
                case "td", "th" -> text.append(atLineStart() ? "" : "\t");
                default -> {
                    if (LINES.contains(" " + element.normalName() + " ")) {
                        freshLine();
                    }
                }
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String target = element.normalName().equals("a") ? element.attr("href") : "";
        if (target.startsWith("http") && !element.text().contains(target)) {
            text.append(" (").append(target).append(')');
        }
        if (element.normalName().equals("p")) {
            freshLine();
            line();
        } else if (LINES.contains(" " + element.normalName() + " ") || element.normalName().equals("li")) {
            freshLine();
        }
        if (quote(element)) {
            quotes--;
            dropEmptyQuote();
            line();
        }
    }

    private void dropEmptyQuote() {
        if (atLineStart() && lineStart > 0) {
            text.setLength(text.lastIndexOf("\n"));
        }
    }

    private static boolean quote(Element element) {
        return element.normalName().equals("blockquote");
    }

    private boolean atLineStart() {
        return text.length() == lineStart;
    }

    private void freshLine() {
        if (!atLineStart()) {
            line();
        }
    }

    private void line() {
        text.append('\n').append("> ".repeat(quotes));
        lineStart = text.length();
    }
}

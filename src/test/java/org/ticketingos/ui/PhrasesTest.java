package org.ticketingos.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ticketingos.access.ClientRole;
import org.ticketingos.delivery.PaperState;
import org.ticketingos.language.Phrases;
import org.ticketingos.sla.ClockKind;
import org.ticketingos.sla.Promises;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Status;

/** Every phrase of the portal, the log-in and the mails stands in a book, and its translation says as much. */
class PhrasesTest {

    private static final Path CODE = Path.of("src/main/java/org/ticketingos");
    private static final Path BOOKS = Path.of("src/main/resources/texts");
    private static final Pattern KEY = Pattern.compile("\"((?:portal|shell|mails|access)\\.[A-Za-z0-9_.-]*)\"(\\s*\\+)?");
    private static final Pattern COUNTED = Pattern.compile("count\\(\\s*(?:reader,\\s*)?\"([a-z]+\\.[A-Za-z0-9_.-]+)\"");

    /** What may stand in quotes: keys, styles, routes, patterns; never words with a blank between, or a capital first. */
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,}[,.:;!?]? [A-Za-z]{2,}|^[A-Z][a-z]+$|^[A-Z][a-z]+[.!?]$");

    @Test
    void every_key_used_is_in_the_english_book() {
        Set<String> missing = new TreeSet<>();
        Set<String> books = keys("");
        for (String source : sources()) {
            Matcher key = KEY.matcher(source);
            while (key.find()) {
                boolean begins = key.group(2) != null || key.group(1).endsWith(".");
                boolean known = begins
                        ? books.stream().anyMatch(one -> one.startsWith(key.group(1)))
                        : books.contains(key.group(1)) || books.stream().anyMatch(one -> one.startsWith(key.group(1) + "."));
                if (!known) {
                    missing.add(key.group(1));
                }
            }
            Matcher counted = COUNTED.matcher(source);
            while (counted.find()) {
                boolean begins = counted.group(1).endsWith(".");
                if (!begins && !(books.contains(counted.group(1) + ".one") && books.contains(counted.group(1) + ".many"))) {
                    missing.add(counted.group(1) + ".one/.many");
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(books).hasSizeGreaterThan(250);
    }

    @Test
    void every_value_that_becomes_part_of_a_key_has_its_phrase() {
        List<String> keys = new ArrayList<>();
        Arrays.stream(Stage.values()).forEach(one -> keys.addAll(
                List.of("shell.stage." + one, "shell.stage-for-client." + one)));
        Arrays.stream(Status.values()).forEach(one -> keys.add("shell.status." + one));
        Arrays.stream(ServiceLine.values()).forEach(one -> keys.addAll(
                List.of("shell.line." + one.code(), "portal.line." + one.code())));
        Arrays.stream(ClientRole.values()).forEach(one -> keys.addAll(List.of(
                "shell.client-role." + one, "portal.people.role." + one, "access.needs." + one)));
        Arrays.stream(ClockKind.values()).forEach(one -> keys.add("portal.clock." + one.code()));
        Arrays.stream(Promises.State.values()).forEach(one -> keys.addAll(List.of(
                "portal.promise." + one, "portal.promise." + one + ".one", "portal.promise." + one + ".many")));
        Stream.of("POSTED", "SENT", "PART_PAID", "PAID", "OVERDUE", "DISPUTED", "CREDITED")
                .forEach(one -> keys.add("portal.invoice-state." + one));
        Stream.of("client-review-accept", "closure-survey", "entitlement-clarify")
                .forEach(one -> keys.add("portal.waiting." + one));
        Stream.of("FIELD", "DOCUMENT").forEach(one -> keys.add("portal.unit." + one));
        Arrays.stream(PaperState.values()).forEach(one -> keys.add("portal.file-state." + one));
        Stream.of("LOGIN", "LINK").forEach(one -> keys.add("portal.approvers.how." + one));

        assertThat(keys).allSatisfy(key -> assertThat(Phrases.find(Locale.ENGLISH, key)).as(key).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi"})
    void a_translation_has_every_phrase_and_fills_in_the_same_places(String language) {
        for (String book : List.of("portal", "shell", "mails", "access")) {
            Properties english = book(book, "");
            Properties other = book(book, "_" + language);
            assertThat(other.stringPropertyNames()).as(book).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
                assertThat(other.getProperty(key)).as(key).isNotBlank();
            }
        }
    }

    /** Devanagari letters in nearly every phrase: a book copied and not translated would be noticed. */
    @Test
    void hindi_is_really_hindi() {
        for (String book : List.of("portal", "shell", "mails", "access")) {
            Properties hindi = book(book, "_hi");
            assertThat(hindi.stringPropertyNames()).allSatisfy(key -> assertThat(hindi.getProperty(key))
                    .as(key)
                    .containsPattern("[\\u0900-\\u097F]"));
        }
    }

    @Test
    void no_class_of_the_portal_and_no_frame_of_it_has_sentences_of_its_own() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(CODE.resolve("ui/portal"))) {
            files.forEach(file -> found.addAll(sentences(file)));
        }
        for (String frame : List.of("LoginView", "PasswordView", "MainLayout", "LostView", "MissingView", "BrokenView",
                "Moments", "LanguagePanel", "Languages", "Branding")) {
            found.addAll(sentences(CODE.resolve("ui/shell/" + frame + ".java")));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void a_missing_phrase_falls_back_to_english_and_what_is_filled_in_is_not_read_again() {
        Locale hindi = Locale.forLanguageTag("hi");

        assertThat(Phrases.say(Locale.FRENCH, "shell.log-in")).isEqualTo("Log in");
        assertThat(Phrases.say(hindi, "shell.log-in")).isEqualTo("लॉग इन करें");
        assertThat(Phrases.say(hindi, "no.such.key")).isEqualTo("no.such.key");
        assertThat(Phrases.say(Locale.ENGLISH, "portal.delivery", "{1}", "x")).isEqualTo("Delivery {1}, x");
        assertThat(Phrases.nearest(Locale.forLanguageTag("hi-IN"))).isEqualTo(hindi);
        assertThat(Phrases.nearest(Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
    }

    private static List<String> sentences(Path file) {
        List<String> found = new ArrayList<>();
        String code = read(file)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("//[^\n]*", "")
                .replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"")
                .replaceAll("(addClassNames?|setWidth|getStyle\\(\\)\\.set|IllegalStateException)\\([^;]*", "")
                .replaceAll("executeJs\\(\"[^\"]*\"", "");
        Matcher literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(code);
        while (literal.find()) {
            String text = literal.group(1);
            boolean datePattern = text.matches("[EdLMyHm:, ]+");
            if (!datePattern && SENTENCE.matcher(text).find()) {
                found.add(file.getFileName() + ": " + text);
            }
        }
        return found;
    }

    private static Set<String> places(String phrase) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("\\{\\d}").matcher(phrase);
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }

    private static Set<String> keys(String suffix) {
        Set<String> keys = new TreeSet<>();
        List.of("portal", "shell", "mails", "access").forEach(book -> keys.addAll(book(book, suffix).stringPropertyNames()));
        return keys;
    }

    private static Properties book(String name, String suffix) {
        Properties book = new Properties();
        try (var reader = Files.newBufferedReader(BOOKS.resolve(name + suffix + ".properties"), StandardCharsets.UTF_8)) {
            book.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(PhrasesTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

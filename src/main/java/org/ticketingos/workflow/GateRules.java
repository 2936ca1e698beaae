package org.ticketingos.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule file says patterns over known facts and {@code insert(new Rejection(...))}, nothing else: its text becomes
 * Java, so the file is read token by token and the first word that is not expected is refused.
 */
final class GateRules {

    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|\\s+|\"[^\"\\n]*\"|[$A-Za-z_][$A-Za-z0-9_]*"
                    + "|\\d+(?:\\.\\d+)?|==|!=|<=|>=|&&|\\|\\||.",
            Pattern.DOTALL);
    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||", "!", ",", ":");
    private static final Set<String> NOT_HERE = Set.of(
            "eval", "from", "accumulate", "collect", "new", "this", "matches", "soundslike", "str", "instanceof",
            "return", "entry", "over", "import", "function", "global", "query", "declare", "dialect", "modify",
            "update", "delete", "retract", "insert", "forall");

    private final Deque<Token> tokens = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private final Findings findings;

    private record Token(String text, int line) {}

    private static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unexpected(String sentence) {
            super(sentence);
        }
    }

    private GateRules(String text, Findings findings) {
        this.findings = findings;
        int line = 1;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String word = token.group();
            if (!word.isBlank() && !word.startsWith("//") && !word.startsWith("/*")) {
                tokens.add(new Token(word, line));
            }
            line += (int) word.chars().filter(c -> c == '\n').count();
        }
    }

    static void check(ModelFile file, Findings findings) {
        if (!file.name().endsWith("-gates")) {
            findings.identity("", "A rule file is called after its gate: %s-gates.drl.".formatted(file.name()));
        }
        if (file.text().indexOf('\\') >= 0) {
            findings.refused("", "A rule file holds no backslash: it could hide what the text becomes.");
            return;
        }
        try {
            new GateRules(file.text(), findings).file();
        } catch (Unexpected refused) {
            findings.refused("", refused.getMessage());
        }
    }

    private void file() {
        if (next("package")) {
            take();
            take();
            while (next(".")) {
                take();
                take();
            }
            if (next(";")) {
                take();
            }
        }
        while (!tokens.isEmpty()) {
            rule();
        }
        if (names.isEmpty()) {
            findings.incomplete("", "There is no rule in this file.");
        }
    }

    private void rule() {
        expect("rule");
        Token name = take();
        if (!name.text().startsWith("\"")) {
            throw refuse(name, "A rule has a name in quotes");
        }
        if (!names.add(name.text())) {
            findings.identity(name.text(), "Two rules have this name.");
        }
        expect("when");
        do {
            pattern();
        } while (!next("then"));
        expect("then");
        do {
            consequence();
        } while (!next("end"));
        expect("end");
    }

    /** {@code not Fact($a : field, field < 3, other in ("x", "y"))}, with or without {@code not} or {@code exists}. */
    private void pattern() {
        if (next("not") || next("exists")) {
            take();
        }
        Token fact = take();
        if (!fact.text().matches("[A-Z][A-Za-z0-9]*")) {
            throw refuse(fact, "A rule looks at facts");
        }
        expect("(");
        int depth = 1;
        String before = "(";
        while (depth > 0) {
            Token token = take();
            String word = token.text();
            if (word.equals("(")) {
                boolean list = before.equals("in") || OPERATORS.contains(before) || before.equals("(");
                if (!list) {
                    throw refuse(token, "A rule calls no method");
                }
                depth++;
            } else if (word.equals(")")) {
                depth--;
            } else if (!isValue(word) && !OPERATORS.contains(word) || NOT_HERE.contains(word)) {
                throw refuse(token, "A rule compares the fields of facts");
            }
            before = word;
        }
    }

    /** {@code insert(new Rejection("text" + $a));}. */
    private void consequence() {
        for (String word : new String[] {"insert", "(", "new", "Rejection", "("}) {
            expect(word);
        }
        while (true) {
            Token part = take();
            boolean plain = part.text().startsWith("\"") || part.text().matches("\\$[A-Za-z0-9_]+|\\d+");
            if (!plain) {
                throw refuse(part, "A reason is put together from texts and $variables");
            }
            if (!next("+")) {
                break;
            }
            take();
        }
        for (String word : new String[] {")", ")", ";"}) {
            expect(word);
        }
    }

    private static boolean isValue(String word) {
        return word.startsWith("\"") || word.matches("[$A-Za-z_][$A-Za-z0-9_]*|\\d+(\\.\\d+)?");
    }

    private boolean next(String word) {
        return !tokens.isEmpty() && tokens.getFirst().text().equals(word);
    }

    private Token take() {
        if (tokens.isEmpty()) {
            throw new Unexpected("The file ends in the middle of a rule.");
        }
        return tokens.removeFirst();
    }

    private void expect(String word) {
        Token token = take();
        if (!token.text().equals(word)) {
            throw refuse(token, "A rule file holds only rules that insert rejections");
        }
    }

    private static Unexpected refuse(Token token, String why) {
        return new Unexpected("Line %d: %s; \"%s\" is not expected here.".formatted(token.line(), why, token.text()));
    }
}

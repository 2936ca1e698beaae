package org.ticketingos.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One rule file of the house, compiled, and the names its tests must have. */
final class RuleFile {

    private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");

    private final String text;
    private final RuleSet rules;

    RuleFile(String path, GateFacts facts) {
        try {
            text = Files.readString(Path.of("rules", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rules = RuleSet.compile(facts, text);
    }

    List<String> reasons(Object... facts) {
        return rules.check(facts).reasons();
    }

    /** Each rule's name the way a test is called. */
    List<String> ruleNames() {
        return RULE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(line.indexOf('"') + 1, line.length() - 1))
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                .toList();
    }

    static List<String> testsOf(Class<?> testClass) {
        return Arrays.stream(testClass.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
    }
}

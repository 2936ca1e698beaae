package org.ticketingos.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Evaluates rule sets: passed, or every reason why not. A gate has the name of its file. */
@Component
public class Gates implements SmartInitializingSingleton {

    private static final String ENDING = ".drl";

    private final Map<String, GateFacts> facts;
    private final Map<String, CompletableFuture<RuleSet>> gates = new ConcurrentHashMap<>();

    Gates(List<GateFacts> facts) {
        this.facts = facts.stream().collect(Collectors.toMap(GateFacts::gate, Function.identity()));
    }

    /** Compiling takes seconds, so it runs beside the start; a check that comes too early waits for it. */
    @Override
    public void afterSingletonsInstantiated() {
        Map<String, String> texts = new ConcurrentHashMap<>();
        for (Resource file : files()) {
            texts.put(name(file), text(file));
        }
        facts.keySet().forEach(gate -> gates.put(gate, new CompletableFuture<>()));
        Thread compiler = new Thread(() -> facts.keySet().forEach(gate -> compile(gate, texts.get(gate))), "gates");
        compiler.setDaemon(true);
        compiler.start();
    }

    /** The rules see only these facts; the same facts give the same reasons. */
    public Verdict check(String gate, Object... about) {
        return compiled(gate).check(about);
    }

    /** Takes new rules for all checks from now on; when they cannot be used the old ones stay. */
    public void replace(String gate, String text) {
        compiled(gate);
        gates.put(gate, CompletableFuture.completedFuture(RuleSet.compile(facts.get(gate), text)));
    }

    /** What keeps these rules from being used, one sentence each; empty when they can be. Nothing is replaced. */
    public List<String> errors(String gate, String text) {
        return Optional.ofNullable(facts.get(gate))
                .map(known -> errors(known, text))
                .orElseGet(() -> List.of("No module brings facts for the gate " + gate + "."));
    }

    static List<String> errors(GateFacts facts, String text) {
        try {
            RuleSet.compile(facts, text);
            return List.of();
        } catch (BrokenRules broken) {
            return broken.errors();
        }
    }

    private void compile(String gate, String text) {
        CompletableFuture<RuleSet> target = gates.get(gate);
        try {
            if (text == null) {
                throw new IllegalStateException("there is no rule file " + gate + ENDING);
            }
            target.complete(RuleSet.compile(facts.get(gate), text));
        } catch (RuntimeException | Error e) {
            target.completeExceptionally(e);
        }
    }

    private RuleSet compiled(String gate) {
        CompletableFuture<RuleSet> set = gates.get(gate);
        if (set == null) {
            throw new IllegalArgumentException("there is no gate " + gate);
        }
        try {
            return set.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the gate " + gate + " cannot be used", e.getCause());
        }
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:rules/**/*-gates.drl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file) {
        String name = String.valueOf(file.getFilename());
        return name.substring(0, name.length() - ENDING.length());
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

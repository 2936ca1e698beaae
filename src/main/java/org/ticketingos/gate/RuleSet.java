package org.ticketingos.gate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;

/** The compiled rules of one gate. */
final class RuleSet {

    /** Far more than any set of facts needs; reached only by rules that feed each other. */
    private static final int FIRING_LIMIT = 10_000;

    private static final Pattern PACKAGE_LINE = Pattern.compile("(?m)^[ \\t]*package[^\\n;]*;?[ \\t]*$");
    private static final AtomicInteger VERSIONS = new AtomicInteger();

    private final GateFacts facts;
    private final KieBase rules;

    private RuleSet(GateFacts facts, KieBase rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** Compiles, or throws {@link BrokenRules}. */
    static RuleSet compile(GateFacts facts, String text) {
        KieServices kie = KieServices.get();
        ReleaseId release = kie.newReleaseId("org.ticketingos.rules", facts.gate(), "" + VERSIONS.incrementAndGet());
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/" + home(facts).replace('.', '/') + "/rules.drl", withImports(facts, text));
        KieBuilder builder = kie.newKieBuilder(files, RuleSet.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        List<String> errors = builder.getResults().getMessages(Message.Level.ERROR).stream()
                .map(error -> (error.getLine() > 0 ? "Line " + error.getLine() + ": " : "") + error.getText())
                .toList();
        if (!errors.isEmpty()) {
            throw new BrokenRules(facts.gate(), errors);
        }
        KieBase compiled = kie.newKieContainer(release).getKieBase();
        kie.getRepository().removeKieModule(release);
        return new RuleSet(facts, compiled);
    }

    Verdict check(Object... about) {
        Set<String> reasons = new LinkedHashSet<>();
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                    if (event.getObject() instanceof Rejection rejection) {
                        reasons.add(rejection.reason());
                    }
                }
            });
            for (Object fact : about) {
                session.insert(known(fact));
            }
            if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
                throw new IllegalStateException("the rules of " + facts.gate() + " do not come to an end");
            }
            return new Verdict(new ArrayList<>(reasons));
        } finally {
            session.dispose();
        }
    }

    private Object known(Object fact) {
        if (!facts.types().contains(fact.getClass())) {
            throw new IllegalArgumentException(
                    facts.gate() + " knows nothing about a " + fact.getClass().getSimpleName());
        }
        return fact;
    }

    /** The imports stand on the package's own line, so that errors name the line the analyst sees. */
    private static String withImports(GateFacts facts, String text) {
        StringBuilder head = new StringBuilder("package " + home(facts) + ";");
        head.append(" import ").append(Rejection.class.getName()).append(';');
        facts.types().forEach(type -> head.append(" import ").append(type.getName().replace('$', '.')).append(';'));
        String line = head.toString().replace("$", "\\$");
        return PACKAGE_LINE.matcher(text).find()
                ? PACKAGE_LINE.matcher(text).replaceFirst(line)
                : head + " " + text;
    }

    private static String home(GateFacts facts) {
        return "org.ticketingos.rules." + facts.gate().replace("-", "");
    }
}

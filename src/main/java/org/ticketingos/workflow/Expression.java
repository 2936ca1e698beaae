package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What one expression of a diagram does, taken apart by the engine's own parser. */
final class Expression {

    /** A call of a step: {@code #{bean.method(arguments)}}. */
    record Call(String bean, String method, List<String> arguments) {}

    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final Set<Class<?>> HARMLESS = Set.of(
            AstText.class, AstComposite.class, AstEval.class, AstBinary.class, AstUnary.class, AstNested.class,
            AstNumber.class, AstString.class, AstBoolean.class, AstNull.class);

    /** The answer of a decision, in the only way it is taken over: {@code decisionResult[0].output}. */
    private static final String ANSWER = "decisionResult";

    private final List<Call> calls = new ArrayList<>();
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> answers = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private Expression() {}

    static Expression of(String text) {
        Expression expression = new Expression();
        try {
            expression.visit(PARSER.build(text).getRoot());
        } catch (TreeBuilderException e) {
            expression.problems.add("cannot be read as an expression");
        }
        return expression;
    }

    static boolean isLiteral(String text) {
        return !text.contains("${") && !text.contains("#{");
    }

    List<Call> calls() {
        return calls;
    }

    Set<String> variables() {
        return variables;
    }

    /** Outputs of a decision that are read. */
    Set<String> answers() {
        return answers;
    }

    /** Ends of sentences that begin with the expression. */
    List<String> problems() {
        return problems;
    }

    boolean reads(String variable) {
        return variables.contains(variable);
    }

    private void visit(Node node) {
        if (node instanceof AstIdentifier identifier) {
            variables.add(identifier.getName());
        } else if (node instanceof AstMethod method) {
            call(method);
        } else if (node instanceof AstDot dot) {
            property(dot);
        } else if (HARMLESS.contains(node.getClass())) {
            visitChildren(node);
        } else {
            problems.add("uses more than steps, variables and comparisons");
        }
    }

    private void visitChildren(Node node) {
        for (int i = 0; i < node.getCardinality(); i++) {
            visit(node.getChild(i));
        }
    }

    private void call(AstMethod method) {
        Node target = method.getChild(0);
        Node given = method.getChild(1);
        if (!(target instanceof AstDot dot) || !(dot.getChild(0) instanceof AstIdentifier bean)) {
            problems.add("calls something that is not a step");
            return;
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < given.getCardinality(); i++) {
            Node argument = given.getChild(i);
            boolean plain = argument instanceof AstIdentifier
                    || argument instanceof AstString
                    || argument instanceof AstNumber
                    || argument instanceof AstBoolean;
            if (!plain) {
                problems.add("gives a step something other than a variable or a plain value");
            } else if (argument instanceof AstIdentifier variable) {
                arguments.add(variable.getName());
                variables.add(variable.getName());
            } else {
                arguments.add(argument.toString());
            }
        }
        calls.add(new Call(bean.getName(), name(dot), arguments));
    }

    private void property(AstDot dot) {
        boolean answer = dot.getChild(0) instanceof AstBracket first
                && first.getChild(0) instanceof AstIdentifier holder
                && holder.getName().equals(ANSWER)
                && first.getChild(1) instanceof AstNumber row
                && row.toString().equals("0");
        if (answer) {
            answers.add(name(dot));
        } else {
            problems.add("reads a property, and only the answer of a table has any");
        }
    }

    /** The parser prints a dot with its name as {@code ". name"}. */
    private static String name(AstDot dot) {
        return dot.toString().substring(1).strip();
    }
}

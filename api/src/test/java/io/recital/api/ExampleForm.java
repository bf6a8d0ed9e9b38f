package io.recital.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds an example against what the service really answers: the same fields, of the same sorts. */
final class ExampleForm {
    private final List<String> differences = new ArrayList<>();

    private ExampleForm() {}

    /** Where the example says something else than the answer; empty when they agree. */
    static List<String> differences(JsonNode example, JsonNode answer) {
        ExampleForm form = new ExampleForm();
        if (answer.isArray() && answer.isEmpty()) {
            form.differences.add("the answer is empty: there is nothing to hold the example against");
        }
        form.compare("", example, List.of(answer));
        return form.differences;
    }

    private void compare(String path, JsonNode example, List<JsonNode> answers) {
        List<JsonNode> said = some(answers, answer -> !answer.isNull());
        if (example.isNull() || said.isEmpty()) {
            return;
        }
        List<JsonNode> same = some(said, answer -> sort(answer).equals(sort(example)));
        if (same.isEmpty()) {
            differences.add(path + " is " + sort(example) + " in the example only");
        } else if (example.isArray()) {
            List<JsonNode> elements =
                    same.stream().flatMap(ExampleForm::elements).toList();
            elements(example).forEach(element -> compare(path + "[]", element, elements));
        } else if (example.isObject()) {
            compareFields(path, example, same);
        }
    }

    private void compareFields(String path, JsonNode example, List<JsonNode> answers) {
        if (isOfOtherCounts(example, answers)) {
            return;
        }
        for (String name : example.propertyNames()) {
            List<JsonNode> values = answers.stream()
                    .filter(answer -> answer.has(name))
                    .map(answer -> answer.path(name))
                    .toList();
            if (values.isEmpty()) {
                differences.add(path + "." + name + " is in the example only");
            }
            compare(path + "." + name, example.path(name), values);
        }
        answers.get(0).propertyNames().stream()
                .filter(name -> !example.has(name) && answers.stream().allMatch(answer -> answer.has(name)))
                .forEach(name -> differences.add(path + "." + name + " is not in the example"));
    }

    /** Whether both count by states, of which an answer has those that happen to be: waiting now, running a moment later. */
    private static boolean isOfOtherCounts(JsonNode example, List<JsonNode> answers) {
        return Stream.concat(Stream.of(example), answers.stream()).allMatch(ExampleForm::isOfCounts)
                && example.propertyNames().stream()
                        .noneMatch(name -> answers.get(0).has(name));
    }

    private static boolean isOfCounts(JsonNode node) {
        return !node.isEmpty()
                && node.propertyStream().allMatch(field -> field.getValue().isInt());
    }

    private static List<JsonNode> some(List<JsonNode> nodes, Predicate<JsonNode> condition) {
        return nodes.stream().filter(condition).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String sort(JsonNode node) {
        return node.getNodeType().name();
    }
}

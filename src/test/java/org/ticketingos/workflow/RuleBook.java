package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.List;

/** The models of the house, some of them changed, held against the rule book. */
final class RuleBook {

    private static final Vocabulary VOCABULARY = Vocabulary.ofTheHouse();
    private static final List<ModelFile> HOUSE = ModelFile.onClassPath();

    private final List<ModelFile> files = new ArrayList<>(HOUSE);
    private final Models models = new Models(VOCABULARY, (gate, text) -> List.of());

    /** Replaces a passage of one model everywhere in it; fails when the passage is not there. */
    RuleBook with(String path, String passage, String instead) {
        for (int i = 0; i < files.size(); i++) {
            ModelFile file = files.get(i);
            if (file.path().equals(path)) {
                if (!file.text().contains(passage)) {
                    throw new AssertionError(path + " has no passage " + passage);
                }
                files.set(i, new ModelFile(path, file.text().replace(passage, instead)));
                return this;
            }
        }
        throw new AssertionError("there is no model " + path);
    }

    RuleBook and(String path, String text) {
        files.add(new ModelFile(path, text));
        return this;
    }

    RuleBook without(String path) {
        if (!files.removeIf(file -> file.path().equals(path))) {
            throw new AssertionError("there is no model " + path);
        }
        return this;
    }

    List<Finding> check() {
        return models.check(files);
    }

    static ModelFile file(String path) {
        return HOUSE.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow();
    }
}

package org.ticketingos.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One diagram, table, rule file or form.
 *
 * @param path below the root of the models, for example {@code processes/stages/triage.bpmn}
 */
public record ModelFile(String path, String text) {

    private static final List<String> PLACES =
            List.of("processes/**/*.bpmn", "rules/**/*.dmn", "rules/**/*.drl", "forms/**/*.form");

    /** File name without its ending: what the model is called everywhere else. */
    public String name() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    /** {@code bpmn}, {@code dmn}, {@code drl} or {@code form}; the empty string when there is none. */
    public String ending() {
        int dot = path.lastIndexOf('.');
        return dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1);
    }

    /** The set the application brings along. */
    public static List<ModelFile> onClassPath() {
        List<ModelFile> files = new ArrayList<>();
        try {
            for (String place : PLACES) {
                String root = place.substring(0, place.indexOf('/'));
                for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + place)) {
                    String url = file.getURL().toString();
                    String path = url.substring(url.lastIndexOf("/" + root + "/") + 1);
                    files.add(new ModelFile(path, file.getContentAsString(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(ModelFile::path));
        return files;
    }
}

package org.ticketingos.document;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.document.worker.WorkerMain;

/** The command line that starts a worker: this very application's class path, another main class. */
@Component
class WorkerCommand {

    private static final List<List<String>> WITHOUT_NETWORK =
            List.of(List.of("unshare", "-n"), List.of("unshare", "-r", "-n"));

    private final Natives natives;
    private final ReadingSettings settings;
    private @Nullable List<String> prefix;

    WorkerCommand(Natives natives, ReadingSettings settings) {
        this.natives = natives;
        this.settings = settings;
    }

    /** A process whose files stay in the folder, without network where the system allows, and an empty environment. */
    Process start(Path folder, Path socket) throws IOException {
        var command = new ArrayList<>(prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + settings.workerMemory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Dlogback.configurationFile=worker-logback.xml"));
        natives.folder().ifPresent(path -> command.add("-Dpdfbox.fontcache=" + path));
        String classPath = System.getProperty("java.class.path");
        if (insideFatJar()) {
            command.addAll(List.of(
                    "-Dloader.main=" + WorkerMain.class.getName(),
                    "-cp",
                    classPath,
                    "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            command.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
        }
        command.add(socket.toString());
        natives.folder().ifPresent(path -> command.add(path.toString()));
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        natives.folder().ifPresent(path -> builder.environment().put("LD_LIBRARY_PATH", path.toString()));
        return builder.start();
    }

    private static boolean insideFatJar() {
        URL place = WorkerMain.class.getProtectionDomain().getCodeSource().getLocation();
        return !place.getProtocol().equals("file");
    }

    private synchronized List<String> prefix() {
        if (prefix == null) {
            prefix = WITHOUT_NETWORK.stream()
                    .filter(WorkerCommand::works)
                    .findFirst()
                    .orElse(List.of());
        }
        return prefix;
    }

    private static boolean works(List<String> command) {
        var trial = new ArrayList<>(command);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

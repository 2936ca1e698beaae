package org.ticketingos.journey;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The product in a process of its own, on a data folder that stays, so that it can be killed and started again. */
public final class RunningProduct {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Starts sooner and works slower: for tests that start it often. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final List<String> flags;
    private final int port = freePort();
    private final int smtpPort = freePort();
    private final int imapPort = freePort();
    private Process process;

    public RunningProduct(Path folder) {
        this(folder, QUICK_START);
    }

    private RunningProduct(Path folder, List<String> flags) {
        this.folder = folder;
        this.flags = flags;
    }

    /** With the virtual machine's own settings, as it is operated. */
    public static RunningProduct asOperated(Path folder) {
        return new RunningProduct(folder, List.of());
    }

    /** Starts and waits until it says that it is ready; answers how long that took. */
    public Duration start() throws IOException {
        long begin = System.nanoTime();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.ticketingos.Application",
                        "--server.port=" + port,
                        "--ticketingos.data-dir=" + folder,
                        "--ticketingos.sample-tickets=false",
                        "--ticketingos.embedded-mail.smtp-port=" + smtpPort,
                        "--ticketingos.embedded-mail.imap-port=" + imapPort));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder + ".log")))
                .start();
        Api.eventually(this::ready, PATIENCE, "the product to be ready, see " + folder + ".log");
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Optional<Boolean> ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the product ended at its start, see " + folder + ".log");
        }
        try {
            int status = HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            return status == 200 ? Optional.of(true) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if the power were cut: no shutdown code of ours runs. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, as Ctrl-C does. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    public String base() {
        return "http://localhost:" + port;
    }

    public long pid() {
        return process.pid();
    }

    Api as(String login) {
        return new Api("http://localhost:" + port, login, "demo");
    }

    Mail mail() {
        return new Mail(smtpPort);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

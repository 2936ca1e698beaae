package org.ticketingos.journey;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The Chromium of this computer, headless; installed where it is missing, never silently left out. */
public final class Browser implements AutoCloseable {

    private static final List<String> PLACES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String SKIP_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";
    private static final String NONE = "There is no browser for the tests and none could be installed: "
            + "install Chromium (Debian: apt-get install chromium) or name it in the environment variable CHROMIUM.";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Browser open() {
        Optional<Path> installed = installed(System.getenv("CHROMIUM"), System.getenv("PATH"));
        if (installed.isEmpty() && fromDebian()) {
            installed = installed(null, System.getenv("PATH"));
        }
        if (installed.isEmpty() && !fromPlaywright()) {
            throw new IllegalStateException(NONE);
        }
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        installed.ifPresent(launch::setExecutablePath);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(SKIP_DOWNLOAD, "1")));
        try {
            return new Browser(playwright, playwright.chromium().launch(launch));
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IllegalStateException(
                    "The browser " + installed.map(Path::toString).orElse("of Playwright") + " does not start.", e);
        }
    }

    /** A window of a person who has not been here before. */
    public Page window(int width, int height) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("en-IN")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setAcceptDownloads(true))
                .newPage();
    }

    /** The one named, else the first of the usual names on the search path. */
    static Optional<Path> installed(@Nullable String named, @Nullable String searchPath) {
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException("CHROMIUM names " + named + ", and that is not a program.");
            }
            return Optional.of(Path.of(named));
        }
        List<String> folders = new ArrayList<>(List.of("/usr/bin"));
        folders.addAll(List.of((searchPath == null ? "" : searchPath).split(java.io.File.pathSeparator)));
        return PLACES.stream()
                .flatMap(name -> folders.stream().filter(one -> !one.isBlank()).map(one -> Path.of(one, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean fromDebian() {
        boolean may = Files.exists(Path.of("/etc/debian_version")) && "root".equals(System.getProperty("user.name"));
        return may && (run(Map.of(), "apt-get", "install", "-y", "chromium")
                || run(Map.of(), "apt-get", "update") && run(Map.of(), "apt-get", "install", "-y", "chromium"));
    }

    private static boolean fromPlaywright() {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program = "com.microsoft.playwright.CLI";
        return run(Map.of(SKIP_DOWNLOAD, ""), java, "-cp", classes, program, "install", "chromium");
    }

    private static boolean run(Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        try {
            Process process = builder.start();
            if (process.waitFor(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroy();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}

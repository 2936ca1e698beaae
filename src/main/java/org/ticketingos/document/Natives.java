package org.ticketingos.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The native files of Tesseract, unpacked from the class path into a folder; only workers load them. */
@Component
class Natives {

    private static final Logger LOG = LoggerFactory.getLogger(Natives.class);
    private static final String TESSERACT = "org/bytedeco/tesseract/%s/libtesseract.so.5.5";
    private static final String LEPTONICA = "org/bytedeco/leptonica/%s/libleptonica.so.6";

    private final Path folder;
    private boolean unpacked;
    private boolean complete;

    Natives(@Value("${ticketingos.data-dir:}") String dataDir) {
        folder = dataDir.isBlank()
                ? Path.of(
                        System.getProperty("java.io.tmpdir"), "ticketingos-native-" + System.getProperty("user.name"))
                : Path.of(dataDir, "native");
    }

    /** The folder, absolute; empty where no files for this system are on the class path. */
    synchronized Optional<Path> folder() {
        if (!unpacked) {
            complete = unpack();
            unpacked = true;
        }
        return complete ? Optional.of(folder.toAbsolutePath()) : Optional.empty();
    }

    private boolean unpack() {
        String platform = platform();
        Map<String, String> files = new TreeMap<>(Map.of(
                "libtesseract.so", TESSERACT.formatted(platform),
                "libleptonica.so.6", LEPTONICA.formatted(platform),
                "libleptonica.so", LEPTONICA.formatted(platform),
                "eng.traineddata", "tessdata/eng.traineddata"));
        try {
            Files.createDirectories(folder);
            if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(ourOwnFile()))) {
                throw new IllegalStateException(folder + " belongs to someone else; remove it or set ticketingos.data-dir");
            }
            for (var file : files.entrySet()) {
                if (!unpack(file.getValue(), folder.resolve(file.getKey()))) {
                    LOG.warn("No text recognition for {}: {} is not on the class path", platform, file.getValue());
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ourOwnFile() throws IOException {
        Path file = Files.createTempFile("ticketingos", null);
        file.toFile().deleteOnExit();
        return file;
    }

    private boolean unpack(String resource, Path target) throws IOException {
        var source = Natives.class.getClassLoader().getResource(resource);
        if (source == null) {
            return false;
        }
        var connection = source.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            if (Files.exists(target) && Files.size(target) == connection.getContentLengthLong()) {
                return true;
            }
            Path fresh = Files.createTempFile(folder, "unpacking", null);
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        return system + "-" + (machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm64" : machine);
    }
}

package org.ticketingos.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals secrets the database keeps with a key it does not have (AES-256-GCM, random 96-bit nonce): the one in
 * {@code ticketingos.secret-key}, else one in a file of the data folder, made when it is first needed.
 */
@Component
class Vault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Optional<byte[]> given;
    private final Optional<byte[]> before;
    private final Path file;

    Vault(
            @Value("${ticketingos.secret-key:}") String key,
            @Value("${ticketingos.secret-key-before:}") String before,
            @Value("${ticketingos.secret-key-file:${ticketingos.data-dir:./data}/secret.key}") Path file) {
        this.given = key.isBlank() ? Optional.empty() : Optional.of(key("ticketingos.secret-key", key));
        this.before = before.isBlank() ? Optional.empty() : Optional.of(key("ticketingos.secret-key-before", before));
        this.file = file;
    }

    /** @param whose bound to the secret, so that it opens for nobody else */
    byte[] seal(byte[] secret, String whose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, current(), nonce, whose).doFinal(secret);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, sealed, NONCE_BYTES, closed.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Empty when it was sealed with a key we do not have, for somebody else, or was changed since. */
    Optional<byte[]> open(byte[] sealed, String whose) {
        return open(sealed, whose, current()).or(() -> before.flatMap(key -> open(sealed, whose, key)));
    }

    /** Whether it still needs the key that was used before. */
    boolean isOld(byte[] sealed, String whose) {
        return open(sealed, whose, current()).isEmpty();
    }

    private static Optional<byte[]> open(byte[] sealed, String whose, byte[] key) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, whose)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String whose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] current() {
        return given.orElseGet(this::kept);
    }

    private synchronized byte[] kept() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            return key(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " cannot be read", e);
        }
    }

    private void create() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        FileAttribute<?>[] mine = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Files.createFile(file, mine);
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
    }

    private static byte[] key(String where, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where + " is not base64; make one with: openssl rand -base64 32", e);
        }
        throw new IllegalStateException(where + " must be 32 bytes in base64; make one with: openssl rand -base64 32");
    }
}

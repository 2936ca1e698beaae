package org.ticketingos.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Asks clamd about a file by its command INSTREAM: pieces with their length before them, a length of 0 at the end. */
@Component
class VirusScanner {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_ANSWER = 2_000;
    private static final String FOUND = " FOUND";

    private final ScanSettings settings;

    VirusScanner(ScanSettings settings) {
        this.settings = settings;
    }

    /** Hands out a file piece by piece; an empty piece is its end. */
    interface Pieces {
        byte[] next();
    }

    /** @param finding the signature's name; empty when nothing was found */
    record Verdict(String finding) {

        boolean isClean() {
            return finding.isEmpty();
        }
    }

    /** The scanner has answered, but not about this file. */
    static final class Refuses extends Exception {

        private static final long serialVersionUID = 1L;

        Refuses(String sentence) {
            super(sentence);
        }
    }

    Verdict scan(Pieces file) throws IOException, Refuses {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
            socket.setSoTimeout((int) settings.patience().toMillis());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            try {
                for (byte[] piece = file.next(); piece.length > 0; piece = file.next()) {
                    out.writeInt(piece.length);
                    out.write(piece);
                }
                out.writeInt(0);
                out.flush();
            } catch (SocketException hungUp) {
                // It closes in the middle when it has had enough of a large file; why, it has said before.
            }
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static Verdict verdict(String answer) throws IOException, Refuses {
        String said = answer.startsWith("stream: ") ? answer.substring(8) : answer;
        if (said.equals("OK")) {
            return new Verdict("");
        }
        if (said.endsWith(FOUND)) {
            return new Verdict(said.substring(0, said.length() - FOUND.length()));
        }
        if (said.isEmpty()) {
            throw new IOException("the scanner hung up");
        }
        throw new Refuses(said.contains("size limit exceeded")
                ? "The virus scanner takes no file of this size."
                : "The virus scanner could not check it: " + said);
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int b = in.read(); b > 0 && answer.size() < LONGEST_ANSWER; b = in.read()) {
            answer.write(b);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }
}

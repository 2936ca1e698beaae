package org.ticketingos.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts a body and reads the status of the answer (RFC 9112), nothing more: the name is looked up once, the address
 * that was checked is the one connected to, and no redirect is followed.
 */
@Component
class Wire {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_LINE = 8_192;

    private final AddressGuard guard;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webhook-watch");
        thread.setDaemon(true);
        return thread;
    });

    @org.springframework.beans.factory.annotation.Autowired
    Wire(AddressGuard guard) {
        this(guard, Duration.ofSeconds(15));
    }

    Wire(AddressGuard guard, Duration patience) {
        this.guard = guard;
        this.patience = patience;
    }

    /**
     * What came of a call.
     *
     * @param status null when there was no answer
     * @param sentence why not; with a status, the status in words
     */
    record Answer(@Nullable Integer status, String sentence) {

        boolean isHeard() {
            return status != null && status >= 200 && status < 300;
        }
    }

    Answer post(String url, Map<String, String> headers, String body) {
        try {
            URI uri = guard.check(url);
            InetAddress address = guard.open(uri);
            boolean plain = uri.getScheme().equalsIgnoreCase("http");
            int port = uri.getPort() > 0 ? uri.getPort() : plain ? 80 : 443;
            try (Socket socket = new Socket()) {
                ScheduledFuture<?> end =
                        watch.schedule(() -> close(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
                try {
                    socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
                    return talk(plain ? socket : secured(socket, uri.getHost(), port), uri, headers, body);
                } finally {
                    end.cancel(false);
                }
            }
        } catch (AddressGuard.Closed e) {
            return new Answer(null, String.valueOf(e.getMessage()));
        } catch (org.ticketingos.ticket.TicketRefused e) {
            return new Answer(null, String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return new Answer(null, "The computer cannot be found.");
        } catch (SSLException e) {
            return new Answer(null, "No secure connection: " + line(e));
        } catch (SocketTimeoutException e) {
            return new Answer(null, "No connection within 5 s.");
        } catch (SocketException e) {
            return new Answer(null, "The connection failed or took longer than %d s.".formatted(patience.toSeconds()));
        } catch (IOException e) {
            return new Answer(null, "The answer could not be read: " + line(e));
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed or going.
        }
    }

    private static String line(IOException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return text.substring(0, Math.min(text.length(), 200));
    }

    private static Socket secured(Socket socket, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket)
                ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        SSLParameters strict = secured.getSSLParameters();
        strict.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(strict);
        secured.startHandshake();
        return secured;
    }

    private static Answer talk(Socket socket, URI uri, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        StringBuilder head = new StringBuilder("POST ").append(path);
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(uri.getHost());
        if (uri.getPort() > 0) {
            head.append(':').append(uri.getPort());
        }
        head.append("\r\nConnection: close\r\nContent-Length: ").append(bytes.length).append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        OutputStream out = socket.getOutputStream();
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
        return answer(socket.getInputStream());
    }

    /** Skips what only says that an answer will come. */
    private static Answer answer(InputStream in) throws IOException {
        while (true) {
            String line = line(in);
            if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
                throw new IOException("not HTTP");
            }
            int status = Integer.parseInt(line.substring(9, 12));
            if (status >= 200) {
                return new Answer(status, words(status));
            }
            while (!line.isEmpty()) {
                line = line(in);
            }
        }
    }

    private static String words(int status) {
        return status < 300 ? "Heard."
                : status < 400 ? "It wants us to go elsewhere (" + status + "); that is not followed."
                : status == 410 ? "It says the address is gone for good (410)."
                : "It answered " + status + ".";
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() >= LONGEST_LINE) {
                throw new IOException("broken off");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}

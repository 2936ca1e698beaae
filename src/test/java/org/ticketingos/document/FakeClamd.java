package org.ticketingos.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks clamd's INSTREAM as the real one does, byte for byte; knows one signature. */
final class FakeClamd implements AutoCloseable {

    /** The harmless file every scanner reports (eicar.org), in halves so that this source is not reported itself. */
    static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    final List<byte[]> files = new CopyOnWriteArrayList<>();
    final List<Integer> pieces = new CopyOnWriteArrayList<>();

    /** Larger ones are refused, as by StreamMaxLength. */
    volatile long most = Long.MAX_VALUE;
    /** Hangs up in the middle of a file. */
    volatile boolean dies;

    private final ServerSocket door;

    FakeClamd(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::listen, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                serve(socket);
            } catch (IOException e) {
                // The next one may be better.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        StringBuilder command = new StringBuilder();
        for (int b = in.read(); b > 0; b = in.read()) {
            command.append((char) b);
        }
        if (!command.toString().equals("zINSTREAM")) {
            say(socket, "UNKNOWN COMMAND");
            return;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int number = 0;
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
            number++;
            if (dies) {
                return;
            }
            if (file.size() > most) {
                say(socket, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }
        files.add(file.toByteArray());
        pieces.add(number);
        boolean found = file.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
        say(socket, found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

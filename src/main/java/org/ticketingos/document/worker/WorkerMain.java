package org.ticketingos.document.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.ticketingos.document.Area;
import org.ticketingos.document.ReadStatus;

/** The worker process: answers over a socket file, never over standard output, where native libraries print. */
public final class WorkerMain {

    private final Recogniser recogniser;
    private @Nullable Paper paper;

    private WorkerMain(@Nullable String natives) {
        recogniser = new Recogniser(natives);
    }

    /** Takes the socket file and, where there is one, the folder of native libraries. */
    public static void main(String[] args) throws IOException {
        endWithTheApplication();
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(args[0]));
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
            new WorkerMain(args.length > 1 ? args[1] : null).serve(in, out);
        } catch (EOFException e) {
            // The application has hung up.
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte request = in.readByte();
            try {
                answer(request, in, out);
            } catch (CannotRead e) {
                Wire.writeCannot(out, e);
            } catch (Damaged e) {
                Wire.writeCannot(out, new CannotRead(ReadStatus.UNREADABLE, request == Wire.OPEN
                        ? "The file is damaged and cannot be opened."
                        : "This page is damaged and cannot be read."));
            }
            out.flush();
        }
    }

    private void answer(byte request, DataInputStream in, DataOutputStream out)
            throws IOException, CannotRead, Damaged {
        switch (request) {
            case Wire.OPEN -> {
                String mediaType = in.readUTF();
                byte[] bytes = in.readNBytes(in.readInt());
                int pages = attempt(() -> open(bytes, mediaType));
                out.writeByte(Wire.DONE);
                out.writeInt(pages);
            }
            case Wire.READ -> {
                int number = in.readInt();
                boolean mayRecognise = in.readBoolean();
                var page = attempt(() -> opened().read(number, mayRecognise));
                out.writeByte(Wire.DONE);
                Wire.writePage(out, page);
            }
            case Wire.DRAW -> {
                int number = in.readInt();
                byte[] png = attempt(() -> opened().draw(number));
                out.writeByte(Wire.DONE);
                Wire.writePicture(out, png);
            }
            case Wire.REREAD -> {
                int number = in.readInt();
                Area area = new Area(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
                double shape = in.readDouble();
                var page = attempt(() -> Crop.read(opened(), number, area, shape, recogniser));
                out.writeByte(Wire.DONE);
                Wire.writePage(out, page);
            }
            default -> throw new IOException("no such request: " + request);
        }
    }

    private int open(byte[] bytes, String mediaType) throws IOException, CannotRead {
        if (paper != null) {
            paper.close();
            paper = null;
        }
        paper = Paper.open(bytes, mediaType, recogniser);
        return paper.pages();
    }

    private Paper opened() {
        if (paper == null) {
            throw new IllegalStateException("nothing is open");
        }
        return paper;
    }

    private interface Work<T> {
        T done() throws IOException, CannotRead;
    }

    private static final class Damaged extends Exception {
        Damaged(Throwable cause) {
            super(cause);
        }
    }

    /** Whatever a library throws at a foreign file means that the file is damaged; only the sentence leaves. */
    private static <T> T attempt(Work<T> work) throws CannotRead, Damaged {
        try {
            return work.done();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Damaged(e);
        }
    }

    private static void endWithTheApplication() {
        var watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // The application sends nothing here; only the end counts.
                }
            } catch (IOException e) {
                // The same end.
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }
}

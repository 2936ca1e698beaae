package org.ticketingos.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.util.FileSystemUtils;
import org.ticketingos.document.worker.CannotRead;
import org.ticketingos.document.worker.Wire;

/** The application's end of one worker process. Every request has a time limit; beyond it the process is killed. */
final class Worker implements AutoCloseable {

    /** A Java start on a busy machine. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final String PREFIX = "tos-";

    private final Process process;
    private final Path folder;
    private final ScheduledExecutorService watch;
    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int pages;

    Worker(WorkerCommand command, ScheduledExecutorService watch) throws IOException {
        this.watch = watch;
        folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        Path socket = folder.resolve("s");
        Process started = null;
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            started = command.start(folder, socket);
            started.onExit().thenRun(() -> close(server));
            ScheduledFuture<?> limit = watch.schedule(() -> close(server), START.toMillis(), TimeUnit.MILLISECONDS);
            channel = server.accept();
            limit.cancel(false);
            process = started;
        } catch (IOException e) {
            if (started != null) {
                started.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(folder);
            throw new IOException("a reading worker did not start", e);
        }
        in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /** Deletes what workers of applications left behind that were killed. */
    static void sweep() throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.newDirectoryStream(all, PREFIX + "[0-9]*-*")) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                long pid = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('-')));
                if (ProcessHandle.of(pid).isEmpty()) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    private interface Answer<T> {
        T read(DataInputStream in) throws IOException;
    }

    private interface Request {
        void write(DataOutputStream out) throws IOException;
    }

    /** Opens a file in the worker; gives its number of pages. */
    int open(byte[] bytes, String mediaType, Duration limit) throws CannotRead, WorkerDied {
        return ask(limit, request -> {
            request.writeByte(Wire.OPEN);
            request.writeUTF(mediaType);
            request.writeInt(bytes.length);
            request.write(bytes);
        }, Wire::readPages);
    }

    Page read(int page, boolean mayRecognise, Duration limit) throws CannotRead, WorkerDied {
        pages++;
        return ask(limit, request -> {
            request.writeByte(Wire.READ);
            request.writeInt(page);
            request.writeBoolean(mayRecognise);
        }, answer -> Wire.readPage(answer, page));
    }

    Page reread(int page, Area area, double shown, Duration limit) throws CannotRead, WorkerDied {
        pages++;
        return ask(limit, request -> {
            request.writeByte(Wire.REREAD);
            request.writeInt(page);
            for (double figure : new double[] {area.x(), area.y(), area.width(), area.height()}) {
                request.writeDouble(figure);
            }
            request.writeDouble(shown);
        }, answer -> Wire.readPage(answer, page));
    }

    byte[] draw(int page, Duration limit) throws CannotRead, WorkerDied {
        pages++;
        return ask(limit, request -> {
            request.writeByte(Wire.DRAW);
            request.writeInt(page);
        }, Wire::readPicture);
    }

    /** Pages asked for so far. */
    int pages() {
        return pages;
    }

    boolean alive() {
        return process.isAlive() && channel.isOpen();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    private <T> T ask(Duration limit, Request request, Answer<T> answer) throws CannotRead, WorkerDied {
        var late = new AtomicBoolean();
        var timer = watch.schedule(() -> {
            late.set(true);
            process.destroyForcibly();
        }, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            request.write(out);
            out.flush();
            Wire.awaitDone(in);
            return answer.read(in);
        } catch (IOException e) {
            close();
            throw new WorkerDied(late.get() ? "took longer than " + limit : "ended by itself", late.get(), e);
        } finally {
            timer.cancel(false);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        close(channel);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Closing what is already gone.
        }
    }
}

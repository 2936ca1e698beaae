package org.ticketingos.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Loads one running product over HTTP and prints what it measured. */
final class Bench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final long pid;

    Bench(String base, long pid) {
        this.base = base;
        this.pid = pid;
    }

    /** One call to be repeated; answers the HTTP status. */
    interface Call {
        int run(int n) throws IOException, InterruptedException;
    }

    /** Sends calls from so many callers at once, each waiting for its answer, and prints rate, delays and CPU. */
    void load(String what, int callers, int calls, Call call) throws InterruptedException, ExecutionException {
        long[] nanos = new long[calls];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        Duration cpuBefore = cpu();
        long begin = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int c = 0; c < callers; c++) {
            all.add(pool.submit(() -> {
                for (int n = next.getAndIncrement(); n < calls; n = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    int status = call.run(n);
                    nanos[n] = System.nanoTime() - start;
                    if (status >= 400) {
                        failed.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        pool.shutdown();
        double cpu = cpu().minus(cpuBefore).toMillis() / (double) calls;
        Arrays.sort(nanos);
        System.out.printf(
                "%-44s %3d callers %6d calls %8.1f/s  p50 %7.1f ms  p95 %7.1f ms  p99 %7.1f ms  %6.1f CPU-ms each  %d failed%n",
                what, callers, calls, calls / seconds, at(nanos, 0.50), at(nanos, 0.95), at(nanos, 0.99), cpu,
                failed.get());
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    int get(String login, String path) throws IOException, InterruptedException {
        return send(login, HttpRequest.newBuilder().GET(), path).statusCode();
    }

    JsonNode read(String login, String path) throws IOException, InterruptedException {
        return JSON.readTree(send(login, HttpRequest.newBuilder().GET(), path).body());
    }

    int post(String login, String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send(
                        login,
                        HttpRequest.newBuilder()
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                                .header("Content-Type", "application/json"),
                        path)
                .statusCode();
    }

    private HttpResponse<byte[]> send(String login, HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                request.uri(URI.create(base + path)).header("Authorization", "Basic " + basic).build(),
                BodyHandlers.ofByteArray());
    }

    /** Waits until what was taken in has been worked off: less than a tenth of one core over three seconds. */
    void untilQuiet() {
        long begin = System.nanoTime();
        long spent;
        do {
            Duration before = cpu();
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            spent = cpu().minus(before).toMillis();
        } while (spent > 300 && System.nanoTime() - begin < Duration.ofMinutes(5).toNanos());
        System.out.printf("worked off after %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    /** CPU time of the application's own process, without its database. */
    Duration cpu() {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    /** Resident memory of the application's own process in MB, from the kernel. */
    long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}

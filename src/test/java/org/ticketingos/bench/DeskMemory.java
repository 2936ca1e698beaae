package org.ticketingos.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ticketingos.journey.Browser;

/** What open windows cost the server: heap that can be reached, with and without them. */
final class DeskMemory {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    private final long pid;

    DeskMemory(long pid) {
        this.pid = pid;
    }

    /** So many people log in, look at their inbox and open a ticket in a second window. */
    void print(Browser browser, String base, int people, List<String> numbers) throws IOException, InterruptedException {
        Desk first = new Desk(browser, base);
        first.logsIn("desk-1");
        first.window().loadsTicket(numbers.get(0));
        double before = usedMegabytes();
        List<Desk> desks = new ArrayList<>();
        for (int n = 0; n < people; n++) {
            Desk desk = new Desk(browser, base);
            desk.logsIn("desk-" + (1 + n % 20));
            desks.add(desk);
        }
        double inboxes = usedMegabytes();
        for (int n = 0; n < people; n++) {
            desks.get(n).window().loadsTicket(numbers.get(n % numbers.size()));
        }
        double both = usedMegabytes();
        System.out.printf(
                "BENCH heap in reach: %.1f MB; with %d sessions showing the inbox %.1f MB, %.2f MB each;"
                        + " with a ticket in a second window of each %.1f MB, %.2f MB each%n",
                before, people, inboxes, (inboxes - before) / people, both, (both - before) / people);
        desks.forEach(desk -> desk.page.context().close());
        first.page.context().close();
    }

    /** What can be reached: counting the objects collects the rest first. */
    private double usedMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
        return total.find() ? Long.parseLong(total.group(1)) / 1024.0 / 1024.0 : Double.NaN;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

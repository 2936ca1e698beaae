package org.ticketingos.client;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.language.Refused;

/** The look each client has chosen; ours where none has been. Who may change it, is for the caller to know. */
@Repository
@Transactional
public class Brands {

    /** Largest logo file taken. */
    public static final int MOST_KILOBYTES = 512;

    private static final int MOST_PIXELS_A_SIDE = 4000;
    private static final int HEIGHT = 96;
    private static final int WIDTH = 480;
    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final Clients clients;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Brands(JdbcClient jdbc, Clients clients, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Brand of(ClientId client) {
        return jdbc.sql("select name, colour, logo from client_brand where client_id = ?")
                .param(client.value())
                .query((row, n) -> new Brand(
                        client, row.getString("name"), new Colour(row.getString("colour")), row.getBytes("logo")))
                .optional()
                .orElseGet(() -> new Brand(
                        client, clients.find(client).map(Client::name).orElse("TicketingOS"), Colour.HOUSE,
                        new byte[0]));
    }

    /** Keeps name and colour; a colour on which white text is unreadable is darkened. Returns the colour kept. */
    public Colour save(ClientId client, String name, String colour, String by) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || clean.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("portal.brand.name-refused", LONGEST_NAME);
        }
        if (!Colour.isColour(colour)) {
            throw new Refused("portal.brand.colour-refused");
        }
        Colour kept = new Colour(colour).readable();
        keep(new Brand(client, clean, kept, of(client).logo()), by);
        return kept;
    }

    /** Draws the picture anew, so that nothing but its pixels is kept. PNG or JPEG. */
    public void logo(ClientId client, byte[] file, String by) {
        if (file.length > MOST_KILOBYTES * 1024) {
            throw new Refused("portal.brand.logo-large", MOST_KILOBYTES);
        }
        Brand brand = of(client);
        keep(new Brand(client, brand.name(), brand.colour(), redrawn(file)), by);
    }

    public void withoutLogo(ClientId client, String by) {
        Brand brand = of(client);
        keep(new Brand(client, brand.name(), brand.colour(), new byte[0]), by);
    }

    private void keep(Brand brand, String by) {
        jdbc.sql("""
                        insert into client_brand (client_id, name, colour, logo, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (client_id) do update set name = excluded.name, colour = excluded.colour,
                            logo = excluded.logo, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .params(brand.client().value(), brand.name(), brand.colour().hex(), brand.logo(), by,
                        Timestamp.from(clock.instant()))
                .update();
        publisher.publishEvent(new SettingChanged(brand.client(), by, "brand-changed", Map.of(
                "name", brand.name(), "colour", brand.colour().hex(), "logo", String.valueOf(brand.hasLogo()))));
    }

    private static byte[] redrawn(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Refused("portal.brand.logo-refused");
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
                reader.setInput(input, true, true);
                if (!format.equals("png") && !format.equals("jpeg")
                        || reader.getWidth(0) > MOST_PIXELS_A_SIDE || reader.getHeight(0) > MOST_PIXELS_A_SIDE) {
                    throw new Refused("portal.brand.logo-refused");
                }
                return scaled(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused("portal.brand.logo-refused");
        }
    }

    private static byte[] scaled(BufferedImage picture) throws IOException {
        double share = Math.min(1, Math.min(HEIGHT / (double) picture.getHeight(), WIDTH / (double) picture.getWidth()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * share));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * share));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }
}

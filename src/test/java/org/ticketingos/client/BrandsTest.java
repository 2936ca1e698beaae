package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.language.Refused;

class BrandsTest {

    private static final AnnotationConfigApplicationContext BEANS = start();
    private static final Brands BRANDS = BEANS.getBean(Brands.class);

    private final ClientId client = company();

    @Test
    void a_client_without_a_look_has_its_name_and_our_colour() {
        Scope.system(() -> assertThat(BRANDS.of(client))
                .satisfies(brand -> assertThat(brand.name()).isEqualTo("Acme Traders"))
                .satisfies(brand -> assertThat(brand.colour()).isEqualTo(Colour.HOUSE))
                .satisfies(brand -> assertThat(brand.hasLogo()).isFalse()));
        assertThat(Colour.HOUSE.isReadable()).isTrue();
    }

    @Test
    void a_colour_that_white_text_cannot_stand_on_is_darkened_and_a_readable_one_kept() {
        assertThat(new Colour("#ffffff").contrastToWhite()).isEqualTo(1.0);
        assertThat(new Colour("#000000").contrastToWhite()).isEqualTo(21.0);
        Scope.system(() -> {
            assertThat(BRANDS.save(client, "Acme", "#ffd700", "boss").isReadable()).isTrue();
            assertThat(BRANDS.of(client).colour()).isNotEqualTo(new Colour("#ffd700"));
            assertThat(BRANDS.save(client, "Acme", "#7A1FA2", "boss")).isEqualTo(new Colour("#7a1fa2"));
        });
    }

    @Test
    void nonsense_is_refused() {
        Scope.system(() -> {
            assertThatThrownBy(() -> BRANDS.save(client, "Acme", "red; background:url(x)", "boss"))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> BRANDS.save(client, " ", "#123456", "boss")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> BRANDS.save(client, "x".repeat(61), "#123456", "boss")).hasMessageContaining("60");
            assertThatThrownBy(() -> BRANDS.logo(client, "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8), "boss"))
                    .hasMessageContaining("PNG or JPEG");
            assertThatThrownBy(() -> BRANDS.logo(client, new byte[600 * 1024], "boss")).hasMessageContaining("512 KB");
        });
    }

    @Test
    void a_logo_is_drawn_anew_so_nothing_hidden_in_the_file_is_kept() throws IOException {
        byte[] picture = png(800, 400);
        byte[] poisoned = new byte[picture.length + 40];
        System.arraycopy(picture, 0, poisoned, 0, picture.length);
        System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), 0, poisoned, picture.length, 25);

        Scope.system(() -> BRANDS.logo(client, poisoned, "boss"));

        byte[] kept = Scope.system(() -> BRANDS.of(client).logo());
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(shown.getHeight()).isEqualTo(96);
        assertThat(shown.getWidth()).isEqualTo(192);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static ClientId company() {
        String id = "look-" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> {
            BEANS.getBean(JdbcClient.class).sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, 'Acme Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')""")
                    .param(id)
                    .update();
        });
        return new ClientId(id);
    }

    private static AnnotationConfigApplicationContext start() {
        AnnotationConfigApplicationContext beans = Wired.modules("org.ticketingos.client");
        beans.refresh();
        return beans;
    }
}

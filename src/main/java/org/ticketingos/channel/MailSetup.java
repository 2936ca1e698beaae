package org.ticketingos.channel;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** What there is of mail depends on the settings: no server named, no thread that looks for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, WritingSettings.class})
class MailSetup {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    MailChannel mailChannel(JavaMailSender sender, MailSettings settings) {
        return new MailChannel(sender, settings);
    }

    @Bean
    @ConditionalOnProperty("ticketingos.mail.host")
    MailFetcher mailFetcher(InboundMails mails, MailReader reader, MailSettings settings, BeanFactory beans) {
        return new MailFetcher(mails, reader, settings, beans);
    }
}

package org.ticketingos.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.client.Clients;

/** Fills an empty database with a company to try the product on; never a database that holds anything. */
@Component
@ConditionalOnProperty("ticketingos.sample-data")
@Order
class SampleCompany implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCompany.class);

    private final Clients clients;
    private final SampleClients sampleClients;
    private final SamplePeople samplePeople;
    private final SampleScorecards sampleScorecards;
    private final TransactionTemplate transaction;

    SampleCompany(
            Clients clients,
            SampleClients sampleClients,
            SamplePeople samplePeople,
            SampleScorecards sampleScorecards,
            TransactionTemplate transaction) {
        this.clients = clients;
        this.sampleClients = sampleClients;
        this.samplePeople = samplePeople;
        this.sampleScorecards = sampleScorecards;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Scope.system(() -> {
            if (!clients.all().isEmpty()) {
                return;
            }
            transaction.executeWithoutResult(status -> {
                sampleClients.create();
                samplePeople.create();
                sampleScorecards.create();
            });
            LOG.info("The sample company is ready.");
        });
    }
}

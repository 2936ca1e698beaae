package org.ticketingos.workflow;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys all diagrams, tables and forms as one deployment when the application starts and anything has changed. A set
 * that breaks the rule book is not started with.
 */
@Component
class Deployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final RepositoryService repository;
    private final Models models;

    Deployer(RepositoryService repository, Models models) {
        this.repository = repository;
        this.models = models;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ModelFile> files = ModelFile.onClassPath();
        List<Finding> findings = models.checkAtStart(files);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("These models must not run:\n"
                    + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name("ticketingos").enableDuplicateFiltering(false);
        files.stream()
                .filter(file -> !file.ending().equals("drl"))
                .forEach(file -> deployment.addString(file.path(), file.text()));
        LOG.info("{} models, deployment {}", files.size(), deployment.deploy().getId());
    }
}

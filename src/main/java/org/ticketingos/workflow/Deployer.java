package org.ticketingos.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys all diagrams, tables and forms as one deployment when the application starts and anything has changed. */
@Component
class Deployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);
    private static final List<String> PLACES =
            List.of("processes/**/*.bpmn", "rules/**/*.dmn", "forms/**/*.form");

    private final RepositoryService repository;

    Deployer(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy();
        } catch (IOException e) {
            throw new IllegalStateException("the models could not be read", e);
        }
    }

    private void deploy() throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name("ticketingos").enableDuplicateFiltering(false);
        int files = 0;
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String place : PLACES) {
            for (Resource model : resolver.getResources("classpath*:" + place)) {
                deployment.addInputStream(
                        relative(model, place.substring(0, place.indexOf('/'))),
                        new ByteArrayInputStream(model.getContentAsByteArray()));
                files++;
            }
        }
        LOG.info("{} models, deployment {}", files, deployment.deploy().getId());
    }

    /** The path below the class path's root: the same from classes and from the jar, so that nothing looks changed. */
    private static String relative(Resource model, String root) throws IOException {
        String url = model.getURL().toString();
        return url.substring(url.lastIndexOf("/" + root + "/") + 1);
    }
}

package org.kakehashi.platform.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys all models and forms as one deployment, each under its path in the tree, however the product is packed. */
@Component
class ModelDeployment extends AbstractCamundaConfiguration implements CamundaDeploymentConfiguration {

    private static final Pattern PATH = Pattern.compile("(?:bpmn|forms)/[^/]+/[^/]+\\.(?:bpmn|dmn|form)$");

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setDeploymentName("kakehashi");
        engine.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        var resources = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath*:bpmn/*/*.bpmn", "classpath*:bpmn/*/*.dmn", "classpath*:forms/*/*.form")
                .flatMap(pattern -> {
                    try {
                        return Arrays.stream(resources.getResources(pattern));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .map(ModelDeployment::named)
                .collect(Collectors.toSet());
    }

    private static Resource named(Resource resource) {
        try {
            Matcher path = PATH.matcher(resource.getURL().getPath());
            if (!path.find()) {
                throw new IllegalStateException("No model or form: " + resource);
            }
            return new TreeResource(path.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TreeResource extends ClassPathResource implements ContextResource {

        TreeResource(String path) {
            super(path);
        }

        @Override
        public String getPathWithinContext() {
            return getPath();
        }
    }
}

package nl.korf.service.decisions;

import nl.korf.service.entities.DecisionSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads {@link DecisionSettings}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionSettings.class)
class ReadsDecisionSettings {}

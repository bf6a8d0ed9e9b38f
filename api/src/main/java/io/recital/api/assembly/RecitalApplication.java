package io.recital.api.assembly;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The Spring application: everything below {@code io.recital.api}, wired from the parts' own assemblies. */
@SpringBootApplication(scanBasePackages = "io.recital.api")
@EnableConfigurationProperties(ServiceSettings.class)
public class RecitalApplication {}

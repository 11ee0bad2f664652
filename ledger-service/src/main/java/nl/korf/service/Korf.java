package nl.korf.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication(proxyBeanMethods = false)
public class Korf {

  public static void main(String[] arguments) {
    SpringApplication.run(Korf.class, arguments);
  }
}

package nl.korf.service.web;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.korf.service.kernel.Recorded;

/** In the description of the API: a route that answers where its facts lie. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
    responseCode = "201",
    description = "Recorded; the facts are durable.",
    headers = {
      @Header(
          name = "Location",
          description = "What came to be, or was changed.",
          schema = @Schema(type = "string", format = "uri-reference")),
      @Header(
          name = WebHeaders.LEDGER_POSITION,
          description = "Position of the last fact.",
          schema = @Schema(type = "integer", format = "int64"))
    },
    content =
        @Content(mediaType = "application/json", schema = @Schema(implementation = Recorded.class)))
public @interface RecordsFacts {}

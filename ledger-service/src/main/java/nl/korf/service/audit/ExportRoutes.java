package nl.korf.service.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.web.NotYetProven;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The whole ledger in one file, for verifiers. */
@RestController
@Tag(name = "audit")
class ExportRoutes {

  private final Export export;

  ExportRoutes(Export export) {
    this.export = export;
  }

  @GetMapping("/v1/export")
  @Operation(
      summary = "Everything a verifier needs, as a zip",
      description =
          "For whoever may operate the ledger; personal parts only for whoever may read them, and"
              + " unless personal is false. Consistent at the latest checkpoint.")
  @ApiResponse(
      responseCode = "200",
      description = "The export; docs/audit-format.md names its files.",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary")))
  void export(
      @RequestParam(required = false) @Nullable Boolean personal,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    actor.require(Right.OPERATE);
    boolean whole = !Boolean.FALSE.equals(personal) && actor.may(Right.READ_PERSONAL);
    Checkpoints.Published checkpoint = ready();
    // the filter would keep the whole file in memory to make a tag of it
    ShallowEtagHeaderFilter.disableContentCaching(request);
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("korf-export-%d.zip".formatted(checkpoint.size()))
            .build()
            .toString());
    try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
      export.write(checkpoint, whole, path -> entry(zip, path));
    }
  }

  private Checkpoints.Published ready() {
    try {
      return export.ready();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NotYetProven(1);
    }
  }

  private static OutputStream entry(ZipOutputStream zip, String path) throws IOException {
    zip.putNextEntry(new ZipEntry(path));
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        zip.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }
}

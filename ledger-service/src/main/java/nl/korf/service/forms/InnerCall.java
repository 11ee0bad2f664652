package nl.korf.service.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import nl.korf.model.ModelJson;
import tools.jackson.databind.JsonNode;

/**
 * Sends what a form asks through the route of the API it stands for, inside this process and as
 * whoever sent the form, so that it is read, decided and refused like any other request.
 */
final class InnerCall {

  private InnerCall() {}

  /**
   * What the API answered.
   *
   * @param headers by lower-case name
   */
  record Answer(int status, Map<String, String> headers, JsonNode body) {

    boolean accepted() {
      return status / 100 == 2;
    }

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  static Answer post(
      String address,
      JsonNode body,
      String commandId,
      String language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    InnerRequest asked = new InnerRequest(request, address, body, commandId, language);
    InnerAnswer caught = new InnerAnswer(response);
    request.getRequestDispatcher(address).forward(asked, caught);
    byte[] bytes = caught.bytes();
    return new Answer(
        caught.getStatus(),
        caught.headers(),
        bytes.length == 0
            ? ModelJson.mapper().createObjectNode()
            : ModelJson.mapper().readTree(bytes));
  }
}

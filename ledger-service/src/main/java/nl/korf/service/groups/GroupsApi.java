package nl.korf.service.groups;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.groups.GroupsView;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.web.Example;
import nl.korf.service.web.FactTexts;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import nl.korf.service.web.ReasonGiven;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of groups. */
@RestController
@RequestMapping("/v1/groups")
@Tag(name = "groups", description = "Working groups, nested, and their members over time.")
class GroupsApi {

  private final GroupsView groups;
  private final FactTexts texts;

  GroupsApi(GroupsView groups, FactTexts texts) {
    this.groups = groups;
    this.texts = texts;
  }

  /** The name a group goes by from now on. */
  record NewGroupName(LocalizedText name) {}

  /**
   * Where a group moves.
   *
   * @param parent null: to the top
   */
  record GroupMove(@Nullable GroupId parent) {}

  /** What kind of group it becomes. */
  record NewGroupKind(String kind) {}

  /**
   * Somebody to add.
   *
   * @param capacity member, lead, chair …; null: member
   */
  record NewMember(PersonId person, @Nullable String capacity) {}

  /** Somebody who leaves, in one capacity; null: as a member. */
  record MemberDeparture(PersonId person, @Nullable String capacity, @Nullable String reason) {}

  @PostMapping
  @Example(Examples.GROUP)
  @Operation(summary = "Form a group")
  @RecordsFacts
  ResponseEntity<Object> form(@RequestBody FormGroup group, Submission submission) {
    return submission.created(group, receipt -> "/v1/groups/" + id(receipt));
  }

  private static GroupId id(Receipt receipt) {
    return ((GroupFormed) receipt.facts().getFirst().fact()).group();
  }

  @PostMapping("/{group}/names")
  @Example(Examples.NAME)
  @Operation(summary = "Rename a group")
  @RecordsFacts
  ResponseEntity<Object> rename(
      @PathVariable GroupId group, @RequestBody NewGroupName asked, Submission submission) {
    return submission.created(
        new RenameGroup(group, asked.name()), receipt -> "/v1/groups/" + group);
  }

  @PostMapping("/{group}/moves")
  @Example(Examples.MOVE)
  @Operation(summary = "Move a group below another")
  @RecordsFacts
  ResponseEntity<Object> move(
      @PathVariable GroupId group, @RequestBody GroupMove asked, Submission submission) {
    return submission.created(
        new MoveGroup(group, asked.parent()), receipt -> "/v1/groups/" + group);
  }

  @PostMapping("/{group}/kinds")
  @Example(Examples.KIND)
  @Operation(summary = "Make a group one of another kind")
  @RecordsFacts
  ResponseEntity<Object> reclassify(
      @PathVariable GroupId group, @RequestBody NewGroupKind asked, Submission submission) {
    return submission.created(
        new ReclassifyGroup(group, asked.kind()), receipt -> "/v1/groups/" + group);
  }

  @PostMapping("/{group}/archivals")
  @Example(Examples.ARCHIVAL)
  @Operation(summary = "Archive a group", description = "It stops its work and is kept.")
  @RecordsFacts
  ResponseEntity<Object> archive(
      @PathVariable GroupId group, @RequestBody ReasonGiven asked, Submission submission) {
    return submission.created(
        new ArchiveGroup(group, asked.reason()), receipt -> "/v1/groups/" + group);
  }

  @PostMapping("/{group}/restorations")
  @Example(Examples.RESTORATION)
  @Operation(summary = "Restore a group")
  @RecordsFacts
  ResponseEntity<Object> restore(
      @PathVariable GroupId group, @RequestBody ReasonGiven asked, Submission submission) {
    return submission.created(
        new RestoreGroup(group, asked.reason()), receipt -> "/v1/groups/" + group);
  }

  @PostMapping("/{group}/dissolutions")
  @Example(Examples.DISSOLUTION)
  @Operation(summary = "Dissolve a group")
  @RecordsFacts
  ResponseEntity<Object> dissolve(
      @PathVariable GroupId group, @RequestBody ReasonGiven asked, Submission submission) {
    return submission.created(
        new DissolveGroup(group, asked.reason()), receipt -> "/v1/groups/" + group);
  }

  @PostMapping("/{group}/memberships")
  @Example(Examples.MEMBER)
  @Operation(summary = "Add a member")
  @RecordsFacts
  ResponseEntity<Object> add(
      @PathVariable GroupId group, @RequestBody NewMember asked, Submission submission) {
    return submission.created(
        new AddMember(group, asked.person(), asked.capacity()),
        receipt -> "/v1/groups/" + group + "/memberships");
  }

  @PostMapping("/{group}/departures")
  @Example(Examples.DEPARTURE)
  @Operation(summary = "End a membership", description = "By who leads the group, or the member.")
  @RecordsFacts
  ResponseEntity<Object> remove(
      @PathVariable GroupId group, @RequestBody MemberDeparture asked, Submission submission) {
    return submission.created(
        new RemoveMember(group, asked.person(), asked.capacity(), asked.reason()),
        receipt -> "/v1/groups/" + group + "/memberships");
  }

  @GetMapping
  @Operation(summary = "Groups")
  Page<InForce<GroupRow>> list(
      @RequestParam(required = false) @Nullable GroupId parent,
      @RequestParam(required = false) @Nullable BodyId organisation,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable GroupState state,
      @RequestParam(required = false) @Nullable String name,
      AsOf asOf,
      PageQuery page) {
    GroupsView.Filter filter = new GroupsView.Filter(parent, organisation, kind, state, name);
    return InForce.page(groups.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{group}")
  @Operation(summary = "A group")
  InForce<GroupRow> one(@PathVariable GroupId group, AsOf asOf) {
    return groups
        .find(asOf, group)
        .map(InForce::of)
        .orElseThrow(() -> new NotFound("group " + group));
  }

  @GetMapping("/{group}/memberships")
  @Operation(summary = "The members of a group", description = "One row for each capacity.")
  Page<InForce<MembershipRow>> memberships(@PathVariable GroupId group, AsOf asOf, PageQuery page) {
    return InForce.page(groups.members(asOf, group, page.cursor(), page.limit()));
  }

  @GetMapping("/{group}/purpose")
  @Operation(summary = "What a group is for, in its own words")
  ResponseEntity<FactTexts.Text> purpose(@PathVariable GroupId group, AsOf asOf) {
    Long purposeAt = groups.find(asOf, group).map(Held::row).map(GroupRow::purposeAt).orElse(null);
    return texts.at(
        purposeAt,
        "purpose of group " + group,
        fact -> fact instanceof GroupFormed formed ? formed.purpose() : null);
  }
}

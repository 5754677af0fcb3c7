# Made by scripts/type_stub.py from the bundled catalogue: change catalogue.toml, then run `make stub`.

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from antq_reports.catalogue import Row, Section
from antq_reports.figures import (
    AnyFigure,
    Change,
    Count,
    Indefinite,
    Money,
    Pair,
    PartOfWhole,
    Percent,
    Period,
    Quantity,
    Span,
)
from antq_reports.report import BaseReport

FigureInput = AnyFigure | int | Decimal | str | Mapping[str, Any]
"""What a metric takes: a figure, a number, its short form as on paper, or the full mapping."""
PeriodInput = Period | int | str | Mapping[str, Any]

def model_names() -> dict[str, str]: ...

class Context(Section):
    population: Count | Span | Indefinite | None
    natural_area: Quantity | None
    commune_units: Count | Span | Indefinite | None
    residential_units: Count | Span | Indefinite | None
    ethnic_groups: Count | Span | Indefinite | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        population: FigureInput | None = ...,
        natural_area: FigureInput | None = ...,
        commune_units: FigureInput | None = ...,
        residential_units: FigureInput | None = ...,
        ethnic_groups: FigureInput | None = ...,
    ) -> None: ...

class PoliticalSecurity(Section):
    delegations_protected: Count | Span | Indefinite | None
    state_secret_training_classes: Count | Span | Indefinite | None
    harmful_online_targets_disabled: Count | Span | Indefinite | None
    agencies_inspected_cybersecurity: Count | Span | Indefinite | None
    agencies_guided_cybersecurity: Count | Span | Indefinite | None
    dignitaries_engaged: Count | Span | Indefinite | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        delegations_protected: FigureInput | None = ...,
        state_secret_training_classes: FigureInput | None = ...,
        harmful_online_targets_disabled: FigureInput | None = ...,
        agencies_inspected_cybersecurity: FigureInput | None = ...,
        agencies_guided_cybersecurity: FigureInput | None = ...,
        dignitaries_engaged: FigureInput | None = ...,
    ) -> None: ...

class Communication(Section):
    outreach_sessions: Count | Span | Indefinite | None
    outreach_attendance: Count | Span | Indefinite | None
    member_organisation_sessions: Count | Span | Indefinite | None
    media_items: Count | Span | Indefinite | None
    leaflets_distributed: Count | Span | Indefinite | None
    handbooks_distributed: Count | Span | Indefinite | None
    banners_displayed: Count | Span | Indefinite | None
    police_listening_forums: Count | Span | Indefinite | None
    listening_forum_attendance: Count | Span | Indefinite | None
    listening_forum_opinions: Count | Span | Indefinite | None
    community_meetings: Count | Span | Indefinite | None
    campaigns: tuple[str, ...]
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        outreach_sessions: FigureInput | None = ...,
        outreach_attendance: FigureInput | None = ...,
        member_organisation_sessions: FigureInput | None = ...,
        media_items: FigureInput | None = ...,
        leaflets_distributed: FigureInput | None = ...,
        handbooks_distributed: FigureInput | None = ...,
        banners_displayed: FigureInput | None = ...,
        police_listening_forums: FigureInput | None = ...,
        listening_forum_attendance: FigureInput | None = ...,
        listening_forum_opinions: FigureInput | None = ...,
        community_meetings: FigureInput | None = ...,
        campaigns: Sequence[str] = ...,
    ) -> None: ...

class TransportPledgesByGroupRow(Row):
    label: str
    figure: Count | Span | Indefinite | Pair | Money | None
    def __init__(
        self,
        *,
        label: str,
        figure: FigureInput | None = ...,
    ) -> None: ...

class Commitments(Section):
    weapons_pledges: Count | Span | Indefinite | None
    restaurant_pledges: Count | Span | Indefinite | None
    transport_pledges_by_group: tuple[TransportPledgesByGroupRow, ...]
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        weapons_pledges: FigureInput | None = ...,
        restaurant_pledges: FigureInput | None = ...,
        transport_pledges_by_group: Sequence[TransportPledgesByGroupRow | str | Mapping[str, Any]] = ...,
    ) -> None: ...

class TrafficSafety(Section):
    school_traffic_sessions: Pair | Count | Span | Indefinite | None
    driver_traffic_sessions: Pair | Count | Span | Indefinite | None
    traffic_leaflets: Count | Span | Indefinite | None
    traffic_handbooks: Count | Span | Indefinite | None
    traffic_accidents: Count | Span | Indefinite | None
    traffic_accidents_change: Change | None
    traffic_deaths: Count | Span | Indefinite | None
    traffic_deaths_change: Change | None
    traffic_injuries: Count | Span | Indefinite | None
    traffic_injuries_change: Change | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        school_traffic_sessions: FigureInput | None = ...,
        driver_traffic_sessions: FigureInput | None = ...,
        traffic_leaflets: FigureInput | None = ...,
        traffic_handbooks: FigureInput | None = ...,
        traffic_accidents: FigureInput | None = ...,
        traffic_accidents_change: FigureInput | None = ...,
        traffic_deaths: FigureInput | None = ...,
        traffic_deaths_change: FigureInput | None = ...,
        traffic_injuries: FigureInput | None = ...,
        traffic_injuries_change: FigureInput | None = ...,
    ) -> None: ...

class OtherItemsRow(Row):
    label: str
    figure: Count | Span | Indefinite | Quantity | None
    def __init__(
        self,
        *,
        label: str,
        figure: FigureInput | None = ...,
    ) -> None: ...

class DestroyedItemsRow(Row):
    label: str
    figure: Count | Span | Indefinite | Quantity | None
    def __init__(
        self,
        *,
        label: str,
        figure: FigureInput | None = ...,
    ) -> None: ...

class Weapons(Section):
    firearms_surrendered: Count | Span | Indefinite | None
    ammunition_surrendered: Count | Span | Indefinite | None
    grenades_surrendered: Count | Span | Indefinite | None
    explosives_kg: Quantity | Count | Indefinite | None
    detonators: Count | Span | Indefinite | None
    fuse_m: Quantity | Count | Indefinite | None
    fireworks_kg: Quantity | Count | Indefinite | None
    fireworks_items: Count | Span | Indefinite | None
    firework_powder_kg: Quantity | Count | Indefinite | None
    support_tools: Count | Span | Indefinite | None
    primitive_weapons: Count | Span | Indefinite | None
    weapon_parts: Count | Span | Indefinite | None
    other_items: tuple[OtherItemsRow, ...]
    destroyed_items: tuple[DestroyedItemsRow, ...]
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        firearms_surrendered: FigureInput | None = ...,
        ammunition_surrendered: FigureInput | None = ...,
        grenades_surrendered: FigureInput | None = ...,
        explosives_kg: FigureInput | None = ...,
        detonators: FigureInput | None = ...,
        fuse_m: FigureInput | None = ...,
        fireworks_kg: FigureInput | None = ...,
        fireworks_items: FigureInput | None = ...,
        firework_powder_kg: FigureInput | None = ...,
        support_tools: FigureInput | None = ...,
        primitive_weapons: FigureInput | None = ...,
        weapon_parts: FigureInput | None = ...,
        other_items: Sequence[OtherItemsRow | str | Mapping[str, Any]] = ...,
        destroyed_items: Sequence[DestroyedItemsRow | str | Mapping[str, Any]] = ...,
    ) -> None: ...

class Tips(Section):
    public_tips: Count | Span | Indefinite | None
    valuable_tips: Count | Span | Indefinite | PartOfWhole | Percent | None
    crime_reports_received: Count | Span | Indefinite | None
    crime_reports_resolved: PartOfWhole | Percent | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        public_tips: FigureInput | None = ...,
        valuable_tips: FigureInput | None = ...,
        crime_reports_received: FigureInput | None = ...,
        crime_reports_resolved: FigureInput | None = ...,
    ) -> None: ...

class ProsecutionsByFieldRow(Row):
    label: str
    figure: Count | Span | Indefinite | Pair | Money | None
    def __init__(
        self,
        *,
        label: str,
        figure: FigureInput | None = ...,
    ) -> None: ...

class ResultsByFieldRow(Row):
    field: str
    cases: Count | Span | Indefinite | None
    suspects: Count | Span | Indefinite | None
    prosecuted: Count | Span | Indefinite | None
    accused: Count | Span | Indefinite | None
    handled: Count | Span | Indefinite | None
    fine: Money | Indefinite | None
    pending: Count | Span | Indefinite | None
    moved: Change | None
    def __init__(
        self,
        *,
        field: str,
        cases: FigureInput | None = ...,
        suspects: FigureInput | None = ...,
        prosecuted: FigureInput | None = ...,
        accused: FigureInput | None = ...,
        handled: FigureInput | None = ...,
        fine: FigureInput | None = ...,
        pending: FigureInput | None = ...,
        moved: FigureInput | None = ...,
    ) -> None: ...

class CrimeResults(Section):
    public_order_cases: Count | Span | Indefinite | None
    public_order_cases_change: Change | None
    public_order_suspects: Count | Span | Indefinite | None
    public_order_cases_solved: PartOfWhole | Percent | Count | Span | Indefinite | None
    serious_cases_solved: PartOfWhole | Percent | Count | Span | Indefinite | None
    suspects_handled: Count | Span | Indefinite | None
    fugitives_resolved: Count | Span | Indefinite | None
    cases_solved_by_tips: Count | Span | Indefinite | PartOfWhole | Percent | None
    prosecutions_by_field: tuple[ProsecutionsByFieldRow, ...]
    results_by_field: tuple[ResultsByFieldRow, ...]
    administrative_penalties: Count | Span | Indefinite | Pair | None
    fines: Money | Indefinite | None
    property_damage: Money | Indefinite | None
    property_recovered: Money | Indefinite | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        public_order_cases: FigureInput | None = ...,
        public_order_cases_change: FigureInput | None = ...,
        public_order_suspects: FigureInput | None = ...,
        public_order_cases_solved: FigureInput | None = ...,
        serious_cases_solved: FigureInput | None = ...,
        suspects_handled: FigureInput | None = ...,
        fugitives_resolved: FigureInput | None = ...,
        cases_solved_by_tips: FigureInput | None = ...,
        prosecutions_by_field: Sequence[ProsecutionsByFieldRow | str | Mapping[str, Any]] = ...,
        results_by_field: Sequence[ResultsByFieldRow | str | Mapping[str, Any]] = ...,
        administrative_penalties: FigureInput | None = ...,
        fines: FigureInput | None = ...,
        property_damage: FigureInput | None = ...,
        property_recovered: FigureInput | None = ...,
    ) -> None: ...

class MovementGradingRow(Row):
    label: str
    figure: Count | Span | Indefinite | Pair | Money | PartOfWhole | Percent | None
    def __init__(
        self,
        *,
        label: str,
        figure: FigureInput | None = ...,
    ) -> None: ...

class Standards(Section):
    standard_name: str
    safe_residential_areas: PartOfWhole | Count | Span | Indefinite | Percent | None
    safe_communes: PartOfWhole | Count | Span | Indefinite | Percent | None
    safe_wards: PartOfWhole | Count | Span | Indefinite | Percent | None
    safe_townships: PartOfWhole | Count | Span | Indefinite | Percent | None
    safe_special_zones: PartOfWhole | Count | Span | Indefinite | Percent | None
    safe_organisations: PartOfWhole | Count | Span | Indefinite | Percent | None
    new_rural_security_criterion: PartOfWhole | Count | Span | Indefinite | Percent | None
    advanced_rural_criterion: PartOfWhole | Count | Span | Indefinite | Percent | None
    drug_free_areas: PartOfWhole | Count | Span | Indefinite | Percent | None
    crime_free_areas: PartOfWhole | Count | Span | Indefinite | Percent | None
    hotspots_removed: PartOfWhole | Count | Span | Indefinite | Percent | None
    movement_grading: tuple[MovementGradingRow, ...]
    targets_met: Count | Span | Indefinite | PartOfWhole | Percent | None
    targets_exceeded: Count | Span | Indefinite | None
    targets_missed: Count | Span | Indefinite | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        standard_name: str | None = ...,
        safe_residential_areas: FigureInput | None = ...,
        safe_communes: FigureInput | None = ...,
        safe_wards: FigureInput | None = ...,
        safe_townships: FigureInput | None = ...,
        safe_special_zones: FigureInput | None = ...,
        safe_organisations: FigureInput | None = ...,
        new_rural_security_criterion: FigureInput | None = ...,
        advanced_rural_criterion: FigureInput | None = ...,
        drug_free_areas: FigureInput | None = ...,
        crime_free_areas: FigureInput | None = ...,
        hotspots_removed: FigureInput | None = ...,
        movement_grading: Sequence[MovementGradingRow | str | Mapping[str, Any]] = ...,
        targets_met: FigureInput | None = ...,
        targets_exceeded: FigureInput | None = ...,
        targets_missed: FigureInput | None = ...,
    ) -> None: ...

class GroupsByTypeRow(Row):
    type: str
    number: Count | Span | Indefinite | None
    members: Count | Span | Indefinite | None
    def __init__(
        self,
        *,
        type: str,
        number: FigureInput | None = ...,
        members: FigureInput | None = ...,
    ) -> None: ...

class Models(Section):
    models_active: Count | Span | Indefinite | None
    models_effective: Count | Span | Indefinite | None
    models_new: Count | Span | Indefinite | None
    models_strengthened: Count | Span | Indefinite | None
    model_sites: Count | Span | Indefinite | None
    model_members: Count | Span | Indefinite | None
    models_endorsed_by_ministry: Count | Span | Indefinite | None
    groups_by_type: tuple[GroupsByTypeRow, ...]
    security_cameras: Count | Span | Indefinite | None
    camera_units: PartOfWhole | Count | Span | Indefinite | Percent | None
    cases_solved_by_cameras: Count | Span | Indefinite | PartOfWhole | Percent | None
    named: tuple[str, ...]
    highlighted: str | None
    model_type: str | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        models_active: FigureInput | None = ...,
        models_effective: FigureInput | None = ...,
        models_new: FigureInput | None = ...,
        models_strengthened: FigureInput | None = ...,
        model_sites: FigureInput | None = ...,
        model_members: FigureInput | None = ...,
        models_endorsed_by_ministry: FigureInput | None = ...,
        groups_by_type: Sequence[GroupsByTypeRow | str | Mapping[str, Any]] = ...,
        security_cameras: FigureInput | None = ...,
        camera_units: FigureInput | None = ...,
        cases_solved_by_cameras: FigureInput | None = ...,
        named: Sequence[str] = ...,
        highlighted: str | None = ...,
        model_type: str | None = ...,
    ) -> None: ...

class CoreForce(Section):
    security_teams: Count | Span | Indefinite | None
    covered_residential_units: Count | Span | Indefinite | PartOfWhole | Percent | None
    security_team_members: Count | Span | Indefinite | None
    legacy_security_groups: Count | Span | Indefinite | None
    patrols: Count | Span | Indefinite | None
    patrol_participants: Count | Span | Indefinite | None
    mediation_teams: Count | Span | Indefinite | None
    disputes_mediated: Count | Span | Indefinite | PartOfWhole | Percent | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        security_teams: FigureInput | None = ...,
        covered_residential_units: FigureInput | None = ...,
        security_team_members: FigureInput | None = ...,
        legacy_security_groups: FigureInput | None = ...,
        patrols: FigureInput | None = ...,
        patrol_participants: FigureInput | None = ...,
        mediation_teams: FigureInput | None = ...,
        disputes_mediated: FigureInput | None = ...,
    ) -> None: ...

class Reintegration(Section):
    offenders_supervised: Count | Span | Indefinite | None
    offenders_reformed: Count | Span | Indefinite | None
    reintegration_jobs: Count | Span | Indefinite | None
    reintegration_loans: Money | Indefinite | None
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        offenders_supervised: FigureInput | None = ...,
        offenders_reformed: FigureInput | None = ...,
        reintegration_jobs: FigureInput | None = ...,
        reintegration_loans: FigureInput | None = ...,
    ) -> None: ...

class SupportByKindRow(Row):
    kind: str
    given: Count | Span | Indefinite | None
    value: Money | Indefinite | None
    def __init__(
        self,
        *,
        kind: str,
        given: FigureInput | None = ...,
        value: FigureInput | None = ...,
    ) -> None: ...

class Welfare(Section):
    festival_sites: Count | Span | Indefinite | None
    gifts: Count | Span | Indefinite | None
    gift_value: Money | Indefinite | None
    houses_built: Count | Span | Indefinite | None
    house_value: Money | Indefinite | None
    support_by_kind: tuple[SupportByKindRow, ...]
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        festival_sites: FigureInput | None = ...,
        gifts: FigureInput | None = ...,
        gift_value: FigureInput | None = ...,
        houses_built: FigureInput | None = ...,
        house_value: FigureInput | None = ...,
        support_by_kind: Sequence[SupportByKindRow | str | Mapping[str, Any]] = ...,
    ) -> None: ...

class AwardsRow(Row):
    form: str
    level: str | None
    collectives: Count | Span | Indefinite | None
    individuals: Count | Span | Indefinite | None
    def __init__(
        self,
        *,
        form: str,
        level: str | None = ...,
        collectives: FigureInput | None = ...,
        individuals: FigureInput | None = ...,
    ) -> None: ...

class Rewards(Section):
    awards_total: Count | Span | Indefinite | None
    commended: tuple[str, ...]
    awards: tuple[AwardsRow, ...]
    def __init__(
        self,
        *,
        period: PeriodInput | None = ...,
        opening: str | None = ...,
        closing: str | None = ...,
        paragraphs: Sequence[Any] = ...,
        quote: Any = ...,
        qualifiers: Mapping[str, str] = ...,
        extra: Mapping[str, str] = ...,
        awards_total: FigureInput | None = ...,
        commended: Sequence[str] = ...,
        awards: Sequence[AwardsRow | str | Mapping[str, Any]] = ...,
    ) -> None: ...

class Report(BaseReport):
    context: Context
    political_security: PoliticalSecurity
    communication: Communication
    commitments: Commitments
    traffic_safety: TrafficSafety
    weapons: Weapons
    tips: Tips
    crime_results: CrimeResults
    standards: Standards
    models: Models
    core_force: CoreForce
    reintegration: Reintegration
    welfare: Welfare
    rewards: Rewards
    def __init__(
        self,
        *,
        place: Any,
        period: PeriodInput,
        subject: Any = ...,
        frame: Any = ...,
        steering_committee: Any = ...,
        actors: Any = ...,
        kicker: Any = ...,
        headline: Any = ...,
        date: Any = ...,
        outlet: Any = ...,
        lead: Any = ...,
        byline: Any = ...,
        attribution: Any = ...,
        source: Any = ...,
        extra: Any = ...,
        visit: Any = ...,
        photos: Any = ...,
        video: Any = ...,
        completeness: Any = ...,
        highlights: Any = ...,
        subheads: Any = ...,
        deeds: Any = ...,
        outlook: Any = ...,
        context: Context | Mapping[str, Any] = ...,
        political_security: PoliticalSecurity | Mapping[str, Any] = ...,
        communication: Communication | Mapping[str, Any] = ...,
        commitments: Commitments | Mapping[str, Any] = ...,
        traffic_safety: TrafficSafety | Mapping[str, Any] = ...,
        weapons: Weapons | Mapping[str, Any] = ...,
        tips: Tips | Mapping[str, Any] = ...,
        crime_results: CrimeResults | Mapping[str, Any] = ...,
        standards: Standards | Mapping[str, Any] = ...,
        models: Models | Mapping[str, Any] = ...,
        core_force: CoreForce | Mapping[str, Any] = ...,
        reintegration: Reintegration | Mapping[str, Any] = ...,
        welfare: Welfare | Mapping[str, Any] = ...,
        rewards: Rewards | Mapping[str, Any] = ...,
    ) -> None: ...

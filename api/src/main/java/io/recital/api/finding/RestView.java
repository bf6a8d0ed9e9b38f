package io.recital.api.finding;

import io.recital.models.finding.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** A finding that something rests on, with its words. */
@Schema(name = "Rest")
public record RestView(UUID finding, String says, List<CitationView> citations) {
    public static RestView of(Finding finding) {
        return new RestView(
                finding.id(),
                finding.content().summary(),
                finding.citations().stream().map(CitationView::of).toList());
    }
}

#include "published_row.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "lookup/calendar_date.hpp"
#include "lookup/citations.hpp"
#include "lookup/footnotes.hpp"
#include "lookup/identifier.hpp"
#include "lookup/published_address.hpp"
#include "lookup/published_name.hpp"
#include "lookup/spacing.hpp"
#include "text_limits.hpp"

namespace lookup {
namespace {

constexpr std::array<std::string_view, column_count> column_names{
    "_id",
    "source",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
};

/// The date in a cell. Old rules have stood in the file with a year of two digits filled up with zeros (`0097-06-30`
/// for 62 FR 35334 of 1997); the century is put back.
std::string read_date(std::string_view cell) {
  std::string date = collapse_spaces(cell);
  if (date.size() == 10 && date.starts_with("00")) date.replace(0, 2, date[2] >= '9' ? "19" : "20");
  return date;
}

/// The notices of any list. Commerce's Denied Persons List writes `84 F.R. 53404`; the Department of State cites
/// volume, issue and date without a page (`Vol. 74, No. 11, 01/16/2009`), which stays as it is.
std::vector<std::string> read_notices(std::string_view cell) {
  if (cell.starts_with("Vol.")) return split_values(cell);
  std::string text{cell};
  for (const std::string_view dotted : {".F.R.", "F.R.", "F.R"}) {
    for (std::size_t at = 0; (at = text.find(dotted, at)) != std::string::npos;)
      text.replace(at, dotted.size(), " FR ");
  }
  return read_citations(text);
}

std::vector<std::string> unique_values(std::string_view cell) {
  std::vector<std::string> values;
  for (std::string& value : split_values(cell)) append_unique(values, std::move(value));
  return values;
}

/// An alias of punctuation alone, such as a dash for "none", could never be found and is left out like an empty one.
void add_alias(Entry& entry, std::string alias) {
  if (!has_letter_or_digit(alias)) return;
  if (alias != entry.name && alias != entry.published_name) append_unique(entry.aliases, std::move(alias));
}

class RowReader {
 public:
  RowReader(const PublishedRow& row, const KnownList& list) : row_(row), list_(list) {}

  Result<Draft> read() {
    if (auto error = check_cells()) return *std::move(error);
    draft_.entry.id = value(Column::id);
    draft_.entry.list = list_.code;
    if (auto error = read_kind()) return *std::move(error);
    if (auto error = read_names()) return *std::move(error);
    read_places();
    read_licence();
    if (auto error = read_dates()) return *std::move(error);
    if (auto error = read_details()) return *std::move(error);
    read_person();
    read_vessel();
    draft_.entry.details.set(std::move(details_));
    return std::move(draft_);
  }

 private:
  [[nodiscard]] std::string_view value(Column column) const { return row_.value(column); }

  [[nodiscard]] std::string text(Column column) const { return collapse_spaces(value(column)); }

  [[nodiscard]] Error failure(Column column, std::string detail) const {
    return cell_failure(row_, ErrorCode::csv_value_invalid, column, std::move(detail));
  }

  std::optional<Error> check_cells() const {
    for (std::size_t i = 0; i < column_count; ++i) {
      const auto column = static_cast<Column>(i);
      if (const auto flaw = flaw_of(value(column))) return failure(column, std::string{*flaw});
    }
    if (value(Column::id).empty()) return failure(Column::id, "no id");
    return std::nullopt;
  }

  std::optional<Error> read_kind() {
    const std::string published = text(Column::type);
    const auto kind = entry_kind(published);
    if (!kind) return failure(Column::type, published);
    draft_.entry.kind = *kind;
    return std::nullopt;
  }

  std::optional<Error> read_names() {
    Entry& entry = draft_.entry;
    entry.published_name = value(Column::name);
    switch (entry.kind) {
      case EntryKind::individual:
        read_plain_names(read_person_name);
        break;
      case EntryKind::vessel:
      case EntryKind::aircraft:
        read_plain_names(collapse_spaces);
        break;
      default:
        read_organization_names();
    }
    if (entry.name.empty()) return failure(Column::name, "no name");
    if (!has_letter_or_digit(entry.name)) return failure(Column::name, "no letter or digit");
    return std::nullopt;
  }

  void read_plain_names(std::string (*read_name)(std::string_view)) {
    Entry& entry = draft_.entry;
    entry.name = read_name(entry.published_name);
    for (const std::string& alias : split_values(value(Column::alt_names))) add_alias(entry, read_name(alias));
  }

  void read_organization_names() {
    Entry& entry = draft_.entry;
    PublishedName published = read_published_name(entry.published_name);
    entry.name = std::move(published.name);
    entry.parent = std::move(published.parent);
    for (std::string& name : published.other_names) add_alias(entry, std::move(name));
    std::vector<std::string> acronyms = std::move(published.acronyms);
    for (const std::string& alias_text : split_values(value(Column::alt_names))) {
      PublishedName alias = read_published_alias(alias_text);
      add_alias(entry, std::move(alias.name));
      for (std::string& name : alias.other_names) add_alias(entry, std::move(name));
      for (std::string& acronym : alias.acronyms) append_unique(acronyms, std::move(acronym));
    }
    for (std::string& acronym : acronyms) {
      const bool is_alias = std::find(entry.aliases.begin(), entry.aliases.end(), acronym) != entry.aliases.end();
      if (!is_alias && acronym != entry.name) append_unique(entry.acronyms, std::move(acronym));
    }
  }

  void read_places() {
    draft_.entry.addresses = read_addresses(value(Column::addresses));
    draft_.entry.countries = countries_of(draft_.entry.addresses);
  }

  void read_licence() {
    draft_.entry.citations = read_notices(value(Column::federal_register_notice));
    draft_.entry.programmes = unique_values(value(Column::programs));
    draft_.requirement = text(Column::license_requirement);
    draft_.policy = text(Column::license_policy);
    draft_.entry.footnotes = read_footnotes(draft_.requirement);
  }

  std::optional<Error> read_dates() {
    draft_.entry.start_date = read_date(value(Column::start_date));
    details_.end_date = read_date(value(Column::end_date));
    for (const auto& [column, date] :
         {std::pair<Column, const std::string&>{Column::start_date, draft_.entry.start_date},
          {Column::end_date, details_.end_date}}) {
      if (!date.empty() && !is_calendar_date(date)) return failure(column, date);
    }
    return std::nullopt;
  }

  std::optional<Error> read_details() {
    details_.title = text(Column::title);
    details_.remarks = text(Column::remarks);
    details_.ids = read_identifiers(value(Column::ids));
    details_.standard_order = text(Column::standard_order);
    if (details_.standard_order == "y" || details_.standard_order == "n") {
      details_.standard_order = details_.standard_order == "y" ? "Y" : "N";
    }
    if (!details_.standard_order.empty() && !is_standard_order(details_.standard_order)) {
      return failure(Column::standard_order, details_.standard_order);
    }
    for (const Column column : {Column::source_list_url, Column::source_information_url}) {
      std::string url = text(column);
      if (!url.empty() && !is_page_url(url)) return failure(column, url);
      if (url != list_.page_url) append_unique(details_.source_urls, std::move(url));
    }
    return std::nullopt;
  }

  void read_person() {
    draft_.entry.person.set({unique_values(value(Column::dates_of_birth)),
                             unique_values(value(Column::places_of_birth)), unique_values(value(Column::nationalities)),
                             unique_values(value(Column::citizenships))});
  }

  void read_vessel() {
    draft_.entry.vessel.set({text(Column::call_sign), text(Column::vessel_type), text(Column::gross_tonnage),
                             text(Column::gross_registered_tonnage), text(Column::vessel_flag),
                             text(Column::vessel_owner)});
  }

  const PublishedRow& row_;
  const KnownList& list_;
  Draft draft_;
  EntryDetails details_;
};

}  // namespace

std::string_view name_of(Column column) { return column_names[static_cast<std::size_t>(column)]; }

std::optional<Column> find_column(std::string_view name) {
  const auto found = std::find(column_names.begin(), column_names.end(), name);
  if (found == column_names.end()) return std::nullopt;
  return static_cast<Column>(found - column_names.begin());
}

Result<OfficialColumns> OfficialColumns::find(const CsvReader& reader) {
  OfficialColumns columns;
  for (std::size_t i = 0; i < column_count; ++i) {
    const auto position = reader.column(column_names[i]);
    if (!position) return Error{ErrorCode::csv_column_missing, "", std::nullopt, std::string{column_names[i]}};
    columns.positions_[i] = *position;
  }
  return columns;
}

PublishedRow OfficialColumns::row(const CsvReader& reader) const {
  PublishedRow row;
  for (std::size_t i = 0; i < column_count; ++i) row.cells[i] = reader.value(positions_[i]);
  row.record = reader.record();
  return row;
}

Result<Draft> read_row(const PublishedRow& row, const KnownList& list) { return RowReader{row, list}.read(); }

Error cell_failure(const PublishedRow& row, ErrorCode code, Column column, std::string detail) {
  return {code, std::move(detail), row.record, std::string{name_of(column)}};
}

}  // namespace lookup

#include "lookup/list_register.hpp"

#include <algorithm>
#include <array>

#include "lookup/acronyms.hpp"

namespace lookup {
namespace {

constexpr std::string_view bis = "Bureau of Industry and Security, U.S. Department of Commerce";
constexpr std::string_view ofac = "Office of Foreign Assets Control, U.S. Department of the Treasury";
constexpr std::string_view ddtc = "Directorate of Defense Trade Controls, U.S. Department of State";
constexpr std::string_view isn = "Bureau of International Security and Nonproliferation, U.S. Department of State";

constexpr std::string_view non_sdn_page = "https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList";

constexpr auto lists = std::to_array<KnownList>({
    {"EL", "EL", 0, "Entity List", bis, "15 CFR 744.11, 744.16 and Supplement No. 4 to Part 744",
     "A licence is needed to export, reexport or transfer (in-country) the items that its entry names where this party "
     "is purchaser, intermediate or ultimate consignee, or end user; no licence exception may be used unless the entry "
     "allows it.",
     "https://www.bis.gov/regulations/ear/744#supplement-4-744"},
    {"DPL", "DPL", 2, "Denied Persons List", bis, "15 CFR 764.2(k) and the denial order itself",
     "Nobody may deal with this party in items subject to the EAR in a way that its denial order forbids.",
     "https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl"},
    {"UVL", "UVL", 5, "Unverified List", bis, "15 CFR 744.15 and Supplement No. 6 to Part 744",
     "No licence exception may be used for this party; an export, reexport or transfer (in-country) that needs no "
     "licence needs its signed statement (UVL statement) first. The listing is a red flag.",
     "https://www.bis.gov/regulations/ear/744#supplement-6-744"},
    {"MEU", "MEU", 3, "Military End User List", bis, "15 CFR 744.21 and Supplement No. 7 to Part 744",
     "A licence is needed to export, reexport or transfer (in-country) to this party the items of Supplement No. 2 to "
     "Part 744. Other military end users are not listed and need one too.",
     "https://www.bis.gov/regulations/ear/744#supplement-7-744"},
    {"SDN", "SDN", 1, "Specially Designated Nationals and Blocked Persons List", ofac,
     "31 CFR chapter V and the programme's executive order or statute",
     "U.S. persons may not deal with this party at all unless OFAC allows it, and its property is blocked; so is an "
     "entity that blocked persons own by 50 percent or more.",
     "https://sanctionslist.ofac.treas.gov/Home/SdnList"},
    {"SSI", "SSI", 4, "Sectoral Sanctions Identifications List", ofac,
     "31 CFR Part 589 and Directives 1 to 4 under Executive Order 13662",
     "U.S. persons may not take part in the dealings that the directives named in the entry forbid, such as new debt "
     "or equity of this party. This listing alone does not block its property.",
     non_sdn_page},
    {"CMIC", "CMIC", 4, "Non-SDN Chinese Military-Industrial Complex Companies List", ofac,
     "31 CFR Part 586 and Executive Order 13959 as amended by Executive Order 14032",
     "U.S. persons may not buy or sell publicly traded securities of this company. This listing alone does not block "
     "its property.",
     non_sdn_page},
    {"NS-MBS", "NS-MBS List", 4, "Non-SDN Menu-Based Sanctions List", ofac,
     "31 CFR chapter V and the programme's executive order, statute or directive",
     "U.S. persons may not take part in the dealings that the programme names for this party. This listing alone does "
     "not block its property.",
     non_sdn_page},
    {"CAP", "CAP", 4,
     "List of Foreign Financial Institutions Subject to Correspondent Account or Payable-Through Account Sanctions "
     "(CAPTA List)",
     ofac, "31 CFR chapter V and the programme's executive order, statute or directive",
     "U.S. financial institutions may not open or keep correspondent or payable-through accounts for this party, or "
     "only as the programme allows.",
     non_sdn_page},
    {"PLC", "PLC", 5, "Non-SDN Palestinian Legislative Council List", ofac,
     "31 CFR Parts 594, 595 and 597 and section (b) of General License 4 under them",
     "OFAC authorizes U.S. financial institutions to reject transactions with this person, who was elected to the "
     "Palestinian Legislative Council for a designated terrorist organization.",
     non_sdn_page},
    {"FSE", "FSE", 2, "Foreign Sanctions Evaders List", ofac, "31 CFR chapter V and Executive Order 13608",
     "U.S. persons may not deal with this party in goods, services or technology unless OFAC allows it. This listing "
     "alone does not block its property.",
     non_sdn_page},
    {"DTC", "DTC", 3, "ITAR Debarred List", ddtc, "22 CFR 127.7",
     "This party may take no part, directly or indirectly, in exports of defence articles, technical data or defence "
     "services, nor in anything else subject to the ITAR.",
     "https://www.pmddtc.state.gov/ddtc_public?id=ddtc_kb_article_page&sys_id=c22d1833dbb8d300d0a370131f9619f0"},
    {"ISN", "ISN", 3, "Nonproliferation Sanctions", isn,
     "The statute or executive order that the entry names, and the notice in the Federal Register",
     "Dealings with this party are restricted as the sanction notice says.",
     "https://www.state.gov/key-topics-bureau-of-international-security-and-nonproliferation/"
     "nonproliferation-sanctions/"},
});

const KnownList* find_list(std::string_view KnownList::*member, std::string_view code) {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [&](const KnownList& list) { return list.*member == code; });
  return found == lists.end() ? nullptr : &*found;
}

}  // namespace

std::span<const KnownList> known_lists() { return lists; }

const KnownList* find_known_list(std::string_view code) { return find_list(&KnownList::code, code); }

Error list_not_there(std::string_view code, std::string field) {
  const bool is_known = find_known_list(code) != nullptr;
  return {is_known ? ErrorCode::list_not_open : ErrorCode::list_unknown, std::string{code}, {}, std::move(field)};
}

int rank_of(std::string_view code) {
  constexpr int unknown = 6;
  const KnownList* const list = find_known_list(code);
  return list == nullptr ? unknown : list->rank;
}

const KnownList* find_published_list(std::string_view code) { return find_list(&KnownList::published_code, code); }

std::string_view published_code(std::string_view source) {
  const auto brackets = find_brackets(source);
  return brackets.empty() ? std::string_view{} : brackets.front().inside;
}

}  // namespace lookup

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../../wasm/tables/word_tables.hpp"
#include "alternatives.hpp"
#include "lookup/han_words.hpp"
#include "lookup/legal_forms.hpp"
#include "lookup/script_words.hpp"
#include "lookup/unicode.hpp"
#include "lookup/word_tables.hpp"

namespace {

std::string form_of(std::string_view spelling) {
  const auto form = lookup::find_legal_form(spelling);
  return form ? std::string{lookup::legal_form_name(form->form)} : "";
}

/// The two columns of a table in wasm/tables: the slow twin of what is generated from it.
std::vector<std::pair<std::string, std::string>> rows_of(const std::string& name) {
  std::ifstream file{std::string{PROJECT_FOLDER} + "/wasm/tables/" + name};
  std::vector<std::pair<std::string, std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (!line.empty() && line.front() != '#' && tab != std::string::npos) {
      rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
  }
  return rows;
}

/// Every spelling that legal_forms.tsv stands for, with its form.
std::map<std::string, lookup::LegalForm> legal_forms_of_table() {
  std::map<std::string, std::uint8_t> numbers;
  for (std::uint8_t number = 0; !lookup::legal_form_name(number).empty(); ++number)
    numbers[std::string{lookup::legal_form_name(number)}] = number;
  std::map<std::string, lookup::LegalForm> forms;
  for (const auto& [form, columns] : rows_of("legal_forms.tsv")) {
    const std::string pattern = columns.substr(0, columns.find('\t'));
    const lookup::LegalForm known{numbers.at(form), columns.ends_with("\tend")};
    for (const std::string& spelling : lookup::alternatives(pattern))
      forms.emplace(lookup::to_utf8(lookup::fold(spelling)), known);  // Of two rows the earlier counts.
  }
  return forms;
}

/// How many spellings go on from each place of the graph.
std::vector<std::size_t> count_spellings() {
  using namespace lookup::tables;
  const std::size_t places = legal_form_counts.size();
  std::vector<std::size_t> first(places + 1);
  for (std::size_t place = 0; place < places; ++place) first[place + 1] = first[place] + legal_form_counts[place];
  std::vector<std::size_t> counts(places);
  // A place is reached after as many rounds as the longest spelling has words.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t place = 0; place < places; ++place) {
      std::size_t count = legal_form_classes[place] != 0 ? 1 : 0;
      for (std::size_t step = first[place]; step < first[place + 1]; ++step)
        count += counts[legal_form_next_places[step]];
      changed = changed || count != counts[place];
      counts[place] = count;
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("spellings of one legal nature share a form across languages") {
  struct Row {
    std::string_view source;
    std::string_view form;
    std::vector<std::string_view> spellings;
  };
  const std::vector<Row> rows = {
      {"ISO 20275, private limited company",
       "llc",
       {"ltd",
        "limited",
        "llc",
        "limited liability company",
        "co ltd",
        "gmbh",
        "sarl",
        "sdn bhd",
        "pte ltd",
        "pvt ltd",
        "ooo",
        "obshchestvo s ogranichennoy otvetstvennostyu",
        "有限公司",
        "有限责任公司",
        "youxian gongsi",
        "유한회사",
        "合同会社",
        "srl",
        "bv",
        "ou",
        "sp z oo",
        "ltd sti",
        "limited sirketi",
        "tov",
        "uab",
        "ذات مسووليه محدوده"}},
      {"ISO 20275, company limited by shares",
       "joint_stock",
       {"jsc", "ao", "ag", "sa", "as", "spa", "nv", "oyj", "kk", "株式会社", "주식회사", "股份有限公司",
        "aktsionernoe obshchestvo", "anonim sirketi", "акционерное общество", "aktiengesellschaft", "societe anonyme",
        "sociedad anonima"}},
      {"Federal Law 208-FZ, public",
       "public_joint_stock",
       {"pao", "oao", "pjsc", "ojsc", "open joint stock company", "plc", "berhad"}},
      {"Federal Law 208-FZ, closed",
       "closed_joint_stock",
       {"zao", "cjsc", "closed joint stock company", "зао", "prat"}},
      {"Federal Law 161-FZ",
       "state_unitary_enterprise",
       {"fgup", "gup", "fsue", "federal state unitary enterprise", "rup"}},
      {"Rules of the UAE free zones", "free_zone", {"fze", "fzco", "fzc", "fz llc", "dmcc"}},
      {"HGB section 161", "limited_partnership", {"kg", "gmbh co kg", "lp", "limited partnership", "有限合伙"}},
      {"Delaware General Corporation Law section 102", "corporation", {"inc", "corp", "corporation", "incorporated"}},
      {"everyday use", "company", {"co", "company", "公司", "gongsi", "sherkat", "شركه", "kompaniya"}},
  };
  for (const Row& row : rows) {
    for (const std::string_view spelling : row.spellings) {
      INFO(row.source << ": " << spelling);
      CHECK(form_of(spelling) == row.form);
    }
  }
}

TEST_CASE("a legal form is of its own nature, not of the one whose spelling it resembles") {
  struct Row {
    std::string_view source;
    std::string_view form;
    std::vector<std::string_view> spellings;
  };
  const std::vector<Row> rows = {
      {"Civil Code of Belarus article 113: owned by a person",
       "private_enterprise",
       {"chup", "чуп", "чтуп", "частное унитарное предприятие", "частное унитарное торговое предприятие",
        "прыватнае унітарнае прадпрыемства", "private unitary enterprise"}},
      {"Federal Law 99-FZ of 2014", "closed_joint_stock", {"nao", "нао", "непубличное акционерное общество"}},
      {"joint and foreign companies of Belarus keep their form", "llc", {"сооо", "иооо", "сп ооо"}},
      {"the same, closed", "closed_joint_stock", {"сзао"}},
      {"no limit of liability", "partnership", {"unlimited company", "ulc", "무한책임회사", "無限公司"}},
      {"Limited Liability Partnerships Act 2012 (MY)",
       "limited_liability_partnership",
       {"perkongsian liabiliti terhad", "perkongsian liabiliti terhad plt"}},
      {"Public Limited Companies Act (TH)", "public_joint_stock", {"บริษัท จำกัด มหาชน"}},
      {"words that say no more than company", "company", {"ບໍລິສັດ", "ក្រុមហ៊ុន", "ကုမ္ပဏီ", "εταιρεια"}},
      {"cooperatives with shares or limited liability",
       "cooperative",
       {"societa cooperativa per azioni", "scpa", "cvba", "scrl"}},
      {"state-owned by Law 19/2003 (ID)", "state_enterprise", {"persero", "pt persero"}},
      {"Commercial Act (KR) of a listed company", "public_joint_stock", {"공개주식회사"}},
      {"no legal form at all", "", {"有限总公司", "无限公司有限", "toko", "sc mmc"}},
  };
  for (const Row& row : rows) {
    for (const std::string_view spelling : row.spellings) {
      INFO(row.source << ": " << spelling);
      CHECK(form_of(lookup::to_utf8(lookup::fold(spelling))) == row.form);
    }
  }
}

TEST_CASE("words that are no legal form are not taken for one") {
  for (const std::string_view word : {"technology", "group", "huawei", "moscow", "ivan", "li", "", "co ltd "}) {
    INFO(word);
    CHECK(form_of(word).empty());
  }
}

TEST_CASE("every spelling of legal_forms.tsv is found, and nothing beside it") {
  const auto forms = legal_forms_of_table();
  REQUIRE(forms.size() > 250);
  for (const auto& [spelling, form] : forms) {
    INFO(spelling);
    CHECK(lookup::find_legal_form(spelling) == form);
    for (const std::string& other : {spelling + "x", spelling + " x", spelling.substr(0, spelling.size() - 1)})
      CHECK(lookup::find_legal_form(other).has_value() == (forms.count(other) > 0));
  }
  CHECK(count_spellings().front() == forms.size());
  CHECK(lookup::legal_form_name(255).empty());
}

TEST_CASE("titles before a person's name say next to nothing") {
  for (const std::string_view title : {"mr", "dr", "prof", "professor", "phd", "brigadier", "excellency", "his", "capt",
                                       "colonel", "haji", "academician"}) {
    INFO(title);
    CHECK(lookup::common_word_level(title) == lookup::filler_level);
  }
  // Words of firms, and short forms that are brands.
  for (const std::string_view word : {"general", "major", "engineer", "mrs", "lt"}) {
    INFO(word);
    CHECK(lookup::common_word_level(word) != lookup::filler_level);
  }
}

TEST_CASE("singular, plural and synonym are alike common") {
  for (const std::string_view word :
       {"semiconductor", "semiconductors", "energy", "power", "petroleum", "oil", "building", "construction", "nuclear",
        "atomic", "protection", "protective", "asset", "assets"}) {
    INFO(word);
    CHECK(lookup::common_word_level(word) == lookup::generic_level);
  }
}

TEST_CASE("cities and closed towns of Russia are places, with their adjectives") {
  for (const std::string_view town : {"surgut", "tagil", "oskol", "bratsk", "severomorsk", "seversk", "trekhgorny",
                                      "zheleznogorsk", "kopeysk", "salavat", "foshan", "huangpu"}) {
    INFO(town);
    CHECK(lookup::common_word_level(town) == lookup::place_level);
  }
  CHECK(lookup::word_meaning("surgutskiy") == lookup::word_meaning("surgut"));
  CHECK(lookup::word_meaning("tagilskiy") == lookup::word_meaning("tagil"));
}

TEST_CASE("a stem takes in no name that only begins like it") {
  struct Row {
    std::string_view word;
    std::string_view kin;
    std::string_view stranger;
  };
  for (const Row& row : {Row{"gas", "gazovaya", "gaza"}, Row{"gas", "gazoprovod", "gazi"},
                         Row{"steel", "staleliteynyy", "stalker"}, Row{"russian", "rossiyskaya", "rossini"},
                         Row{"goods", "tovarnaya", "tovarishch"}, Row{"institution", "ustanova", "ustanovka"},
                         Row{"photonics", "fotonika", "fotona"}, Row{"labor", "trudovoy", "trudeau"},
                         Row{"pharmaceutical", "farmatsevticheskiy", "farm"}, Row{"heavy", "tyazhelogo", "tyana"}}) {
    INFO(row.word);
    CHECK(lookup::word_meaning(row.kin) == lookup::word_meaning(row.word));
    CHECK(lookup::word_meaning(row.stranger) != lookup::word_meaning(row.word));
  }
}

TEST_CASE("words of other scripts have the meaning that names on the list use them in") {
  struct Row {
    std::string_view native;
    std::string_view latin;
  };
  for (const Row& row :
       {Row{"조선", "korea"}, Row{"조선소", "shipyard"}, Row{"평양", "pyongyang"}, Row{"신의주", "sinuiju"},
        Row{"서울", "seoul"}, Row{"선박", "ship"}, Row{"مخابرات", "telecommunication"}, Row{"اطلاعات", "information"},
        Row{"تامين", "supply"}, Row{"خاصه", "private"}, Row{"معامل", "factories"}, Row{"معادن", "mines"},
        Row{"دكتر", "dr"}, Row{"سرتيپ", "brigadier"}}) {
    INFO(row.native);
    CHECK(lookup::find_script_word(lookup::to_utf8(lookup::fold(row.native))) == row.latin);
  }
}

TEST_CASE("no word of Japanese Han is hidden by a Chinese one") {
  for (const char* table : {"arabic_words.tsv", "korean_words.tsv", "kana_words.tsv"})
    for (const auto& [word, rendering] : rows_of(table)) {
      INFO(word);
      CHECK_FALSE(lookup::is_han_word(word));
    }
  // The foundation of Japanese is a financial group in Chinese.
  CHECK(lookup::find_script_word("财团").empty());
}

TEST_CASE("everyday words and names are no short forms") {
  for (const std::string_view word : {"san", "dan", "bil", "ins", "ges", "fe", "nak", "sav", "mak", "mil"}) {
    INFO(word);
    CHECK(lookup::word_meaning(word) == 0);
  }
}

TEST_CASE("words have the level of how common they are in names") {
  struct Row {
    std::string_view word;
    int level;
  };
  const std::vector<Row> rows = {
      {"the", 1},        {"and", 1},     {"of", 1},      {"de", 1},        {"ve", 1},          {"und", 1},
      {"technology", 2}, {"trading", 2}, {"zavod", 2},   {"institut", 2},  {"sanayi", 2},      {"keji", 2},
      {"research", 2},   {"nauchno", 2}, {"general", 2}, {"gmbh", 2},      {"beijing", 3},     {"moscow", 3},
      {"dubai", 3},      {"pacific", 3}, {"first", 3},   {"north", 3},     {"1st", 3},         {"semiconductor", 2},
      {"mohammad", 4},   {"ali", 4},     {"wang", 4},    {"li", 4},        {"ivan", 4},        {"smith", 4},
      {"huawei", 0},     {"dahua", 0},   {"", 0},        {"technolog", 0}, {"technologyx", 0}, {"zzzz", 0},
      {"\x01", 0},       {"\xFF", 0},    {"0", 0},
  };
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(lookup::common_word_level(row.word) == row.level);
  }
}

TEST_CASE("every word of common_words.tsv is found, and nothing beside it") {
  std::set<std::string> words;
  for (const auto& [word, level] : rows_of("common_words.tsv")) {
    words.insert(word);
    INFO(word);
    CHECK(lookup::common_word_level(word) == std::stoi(level));
  }
  REQUIRE(words.size() > 1500);
  for (const std::string& word : words) {
    for (const std::string& other : {word + "q", "q" + word, word.substr(0, word.size() - 1)}) {
      INFO(other);
      CHECK((lookup::common_word_level(other) == 0) == (words.count(other) == 0));
    }
  }
}

TEST_CASE("words of one meaning share a number, whatever their language and ending") {
  struct Row {
    std::string_view source;
    std::vector<std::string_view> words;
  };
  const std::vector<Row> rows = {
      {"Russian", {"plant", "factory", "zavod", "zavoda", "fabrikasi", "usine"}},
      {"Russian; science and research meet", {"scientific", "research", "nauchno", "issledovatelskiy", "arastirma"}},
      {"Russian", {"machine", "mashinostroitelnoye", "machinery", "makina"}},
      {"Russian", {"shipyard", "sudostroitelnyy", "tersane", "werft"}},
      {"an abbreviation of one word", {"engineering", "engg", "muh", "muhendislik"}},
      {"Russian, an adjective unlike its city", {"novgorod", "nizhegorodskiy", "nizhegorodskogo"}},
      {"Russian, adjectives by rule", {"saratov", "saratovskiy", "saratovskogo", "saratovsky", "saratovskaya"}},
      {"Russian, adjectives by rule", {"tula", "tulskiy"}},
      {"Russian, adjectives by rule", {"rybinsk", "rybinskiy", "rybinskoye"}},
  };
  for (const Row& row : rows) {
    const int meaning = lookup::word_meaning(row.words.front());
    CHECK(meaning != 0);
    for (const std::string_view word : row.words) {
      INFO(row.source << ": " << word);
      CHECK(lookup::word_meaning(word) == meaning);
    }
  }
}

TEST_CASE("other words mean nothing, and a place is not a row") {
  for (const std::string_view word : {"hikvision", "dahua", "", "q", "skiy", "novanta", "energous", "zelenskiyx"}) {
    INFO(word);
    CHECK(lookup::word_meaning(word) == 0);
  }
  CHECK(lookup::word_meaning("tula") != lookup::word_meaning("saratov"));
  CHECK(lookup::is_table_meaning(lookup::word_meaning("plant")));
  CHECK_FALSE(lookup::is_table_meaning(lookup::word_meaning("saratov")));
  CHECK_FALSE(lookup::is_table_meaning(0));
  CHECK(lookup::meaning_level(lookup::word_meaning("plant")) == 2);
  CHECK(lookup::meaning_level(lookup::word_meaning("saratov")) == 3);
  CHECK(lookup::meaning_level(lookup::word_meaning("red")) == 3);
}

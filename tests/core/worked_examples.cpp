#include "worked_examples.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string_view>

#include "bundled.hpp"
#include "lookup/alignment.hpp"
#include "lookup/unicode.hpp"

using lookup::Alignment;
using lookup::IndexedName;
using lookup::PreparedQuery;

namespace {

struct Example {
  const char* title;
  const char* query;
};

constexpr std::array<Example, 3> examples{{
    {"a typo", "Hikvison Digital Technlogy"},
    {"a Russian name", "АО «НПО «Марс»"},
    {"a Chinese name", "杭州海康威视数字技术股份有限公司"},
}};

struct Constant {
  const char* file;
  const char* name;
  const char* says;
};

/// In the order of the README's table.
constexpr std::array<Constant, 41> constants{{
    {"src/rarity.cpp", "weight_of_level 0", "bits of a word that is not in common use"},
    {"src/rarity.cpp", "weight_of_level 3", "… of a place, or of a word such as *pacific*"},
    {"src/rarity.cpp", "weight_of_level 4", "… of a frequent given name or surname"},
    {"src/rarity.cpp", "weight_of_level 2", "… of a generic word of organisations, such as *technology*"},
    {"src/rarity.cpp", "weight_of_level 1", "… of a word such as *and*"},
    {"src/rarity.cpp", "number_weight", "… of a number"},
    {"src/rarity.cpp", "bits_a_digit", "bits that each digit may give a short number at most"},
    {"include/lookup/rarity.hpp", "legal_form_weight", "… of each word of a legal form"},
    {"src/rarity.cpp", "bits_a_letter", "bits that each letter may give a short word at most"},
    {"src/rarity.cpp", "bits_a_doubling", "bits that each doubling of the listed names with the word takes off"},
    {"src/rarity.cpp", "generic_damping",
     "each other generic word beside it divides a generic word's bits by 1 + this"},
    {"src/rarity.cpp", "place_damping", "… and each other place a place's bits by 1 + this"},
    {"src/rarity.cpp", "lacking_common", "share of its bits that a common word counts where the other side lacks it"},
    {"src/rarity.cpp", "lacking_number", "… that a number counts so"},
    {"src/name_index.cpp", "aside_weight", "most bits of an acronym in brackets that repeats the listed name"},
    {"src/prepared_query.cpp", "typo_cost", "what each typo takes off the similarity at least …"},
    {"src/prepared_query.cpp", "short_typo_cost", "… and this, divided by the longer word's letters"},
    {"src/prepared_query.cpp", "first_letter_factor", "factor where misspelt words begin with different letters"},
    {"src/prepared_query.cpp", "two_pinyin_factor", "… where both are pinyin, and so more likely two names"},
    {"src/prepared_query.cpp", "sound_similarity", "similarity of words that sound alike"},
    {"src/prepared_query.cpp", "syllable_similarity", "… of one Chinese syllable spelt otherwise"},
    {"src/prepared_query.cpp", "translated_similarity", "… of words of one meaning"},
    {"include/lookup/candidates.hpp", "phrase_similarity", "… of an abbreviation and what it stands for"},
    {"src/prepared_query.cpp", "other_word_similarity", "… of another reading or rendering of Chinese characters"},
    {"src/prepared_query.cpp", "joined_similarity", "… of two words of the query that are one of the listed name"},
    {"src/alignment.cpp", "torn_similarity", "… of one word of the query that is two of the listed name"},
    {"src/alignment.cpp", "legal_form_similarity", "… of legal forms of one class"},
    {"include/lookup/candidates.hpp", "initial_similarity", "… of an initial and a word that begins with it"},
    {"include/lookup/candidates.hpp", "leftover_share",
     "share of what agrees that left-over words paired by their letters may add"},
    {"src/alignment.cpp", "initial_doubt", "share that what an initial leaves unsaid counts as left over …"},
    {"src/alignment.cpp", "whole_initial_doubt", "… and where nothing else of either name is left over"},
    {"src/alignment.cpp", "whole_typo_doubt",
     "share that what typos take off counts where they are all that tells two whole names apart"},
    {"src/score.cpp", "replaced_cost", "what a bit of words in place of others costs each side"},
    {"src/alignment.cpp", "least_telling", "bits that a word in place of another says at least"},
    {"include/lookup/candidates.hpp", "short_form_doubt",
     "share that what follows a query that begins the listed name counts as left over"},
    {"include/lookup/candidates.hpp", "cut_off_doubt", "… that what follows a query cut off counts so"},
    {"src/name_search.cpp", "beside_doubt",
     "share that what stands beside the part of the query that matched counts so"},
    {"src/score.cpp", "query_share", "part that the query has in the mean; the listed name has the rest"},
    {"src/score.cpp", "half_sure_weight", "bits of agreement that chance explains half the time"},
    {"src/score.cpp", "whole_name_bonus", "share of that doubt that goes where the whole names agree"},
    {"src/score.cpp", "numbers_differ_factor", "factor where both sides are left with a number"},
}};

/// The numbers that stand behind a constant's name in its source: "name = 1.5;" or "name{1, 2, 3}".
std::vector<std::string> source_values(const std::string& source, const std::string& identifier) {
  static constexpr std::string_view digits = "0123456789.";
  for (const std::string& opening : {" " + identifier + " = ", " " + identifier + "{"}) {
    const std::size_t name = source.find(opening);
    if (name == std::string::npos) continue;
    const std::size_t end = source.find_first_of(";}", name);
    std::vector<std::string> values;
    for (std::size_t at = source.find_first_of(digits, name + opening.size()); at < end;) {
      const std::size_t past = std::min(source.find_first_not_of(digits, at), end);
      values.push_back(source.substr(at, past - at));
      at = source.find_first_of(digits, past);
    }
    return values;
  }
  return {};
}

/// The value of a constant of the sources; of one of several values, that whose place follows the name after a blank.
std::string source_value(const std::string& file, const std::string& name) {
  const std::size_t blank = std::min(name.find(' '), name.size());
  const std::size_t place = blank < name.size() ? std::stoul(name.substr(blank)) : 0;
  const std::vector<std::string> values = source_values(read_test_file("wasm/" + file), name.substr(0, blank));
  if (place >= values.size()) throw std::runtime_error("wasm/" + file + " has no constant " + name);
  return values[place];
}

double value_of(const char* file, const char* name) { return std::stod(source_value(file, name)); }

std::string rounded(double value, int digits) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string bits(double value) { return rounded(value, 2); }

/// The bundled list, ready to be asked and to be looked into.
struct Base {
  lookup::List list = bundled_list();
  lookup::Screener screener{list};
  lookup::NameIndex index{list};
};

const Base& base() {
  static const Base bundled;
  return bundled;
}

/// A query beside the listed name that it finds first.
struct Worked {
  explicit Worked(const char* query_text) : text{query_text}, result{answer(base().screener, query_text)} {
    const lookup::Match& first = result.matches.front();
    const std::vector<IndexedName>& names = base().index.names();
    name = &*std::find_if(names.begin(), names.end(), [&first](const IndexedName& each) {
      return base().list.entries[each.entry].id == first.entry->id && each.text == first.matched_name;
    });
    query = lookup::prepare(base().index, lookup::tokenize(text));
    alignment = lookup::align(query, *name);
    lookup::pair_leftovers(query, *name, alignment);
  }

  std::string text;
  lookup::CheckResult result;
  const IndexedName* name = nullptr;
  PreparedQuery query;
  Alignment alignment;
};

/// The steps from an alignment to a score, by the README's formula.
struct Steps {
  explicit Steps(const Alignment& alignment) {
    const double agreeing = alignment.agreeing;
    const double half = value_of("src/score.cpp", "half_sure_weight");
    const double share = value_of("src/score.cpp", "query_share");
    replaced = value_of("src/score.cpp", "replaced_cost") * alignment.replaced;
    query_weight = alignment.paired + alignment.query_left + replaced;
    name_weight = alignment.paired + alignment.name_left + replaced;
    query_covered = agreeing / query_weight;
    name_covered = agreeing / name_weight;
    mean = 1 / (share / query_covered + (1 - share) / name_covered);
    sure = agreeing * agreeing / (agreeing * agreeing + half * half);
    const double whole = query_covered * name_covered;
    surer = sure + (1 - sure) * value_of("src/score.cpp", "whole_name_bonus") * std::pow(whole, 4);
    unstretched = 100 * mean * surer;
    if (alignment.numbers_differ) unstretched *= value_of("src/score.cpp", "numbers_differ_factor");
    const double alert = value_of("src/score.cpp", "default_alert_score");
    const double top = lookup::highest_other_score;
    const double threshold = lookup::default_min_score;
    score = unstretched <= alert ? unstretched * threshold / alert
                                 : threshold + (unstretched - alert) * (top - threshold) / (100 - alert);
  }

  double replaced;
  double query_weight;
  double name_weight;
  double query_covered;
  double name_covered;
  double mean;
  double sure;
  double surer;
  double unstretched;
  double score;
};

std::string words_of(const std::vector<lookup::Word>& words, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i)
    text += (text.empty() ? "" : " ") + lookup::to_utf8(words[i].text);
  return text;
}

/// A word as it was written, where that is not how it is compared.
std::string written(const Worked& worked, std::size_t first, std::size_t count) {
  const std::vector<lookup::Word>& words = worked.query.tokens.words;
  const std::string compared = words_of(words, first, count);
  const std::string source = worked.text.substr(words[first].begin, words[first + count - 1].end - words[first].begin);
  const bool is_rewritten = words[first].rewriting != lookup::Rewriting::none;
  return is_rewritten ? source + " → " + compared : compared;
}

std::string row(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text + "\n";
}

std::string how(const Worked& worked, const lookup::WordPair& pair) {
  Alignment alone;
  alone.pairs = {pair};
  return std::string{lookup::explain(worked.text, worked.query, *worked.name, alone).front().kind};
}

std::string table(const Worked& worked) {
  const std::vector<lookup::Word>& own = worked.query.tokens.words;
  const std::vector<lookup::Word>& others = worked.name->tokens.words;
  const std::span<const lookup::WeighedWord> own_weights = worked.query.weighed;
  const std::span<const lookup::WeighedWord> other_weights = worked.name->weighed;
  std::vector<bool> own_used(own.size());
  std::vector<bool> other_used(others.size());
  std::string text = row({"query", "bits", "listed name", "bits", "agreement", "similarity", "agreeing", "left over"}) +
                     "| --- | ---: | --- | ---: | --- | ---: | ---: | ---: |\n";
  for (const lookup::WordPair& pair : worked.alignment.pairs) {
    std::fill_n(own_used.begin() + pair.query_first, pair.query_count, true);
    std::fill_n(other_used.begin() + pair.name_first, pair.name_count, true);
    text += row({written(worked, pair.query_first, pair.query_count),
                 bits(lookup::shared_weight(own_weights, pair.query_first, pair.query_count)),
                 words_of(others, pair.name_first, pair.name_count),
                 bits(lookup::shared_weight(other_weights, pair.name_first, pair.name_count)), how(worked, pair),
                 bits(pair.similarity), bits(pair.weight * pair.similarity), ""});
  }
  for (std::size_t i = 0; i < own.size(); ++i)
    if (!own_used[i])
      text +=
          row({written(worked, i, 1), bits(own_weights[i].shared), "", "", "", "", "", bits(own_weights[i].lacking)});
  for (std::size_t i = 0; i < others.size(); ++i)
    if (!other_used[i])
      text += row(
          {"", "", words_of(others, i, 1), bits(other_weights[i].shared), "", "", "", bits(other_weights[i].lacking)});
  return text;
}

std::string reasons(const Worked& worked) {
  std::string text;
  for (const lookup::Reason& reason : worked.result.matches.front().why.reasons)
    text += (text.empty() ? "" : " ") + text_of(reason.phrase);
  return text;
}

std::string render(const Example& example) {
  const Worked worked{example.query};
  const Alignment& alignment = worked.alignment;
  const Steps steps{alignment};
  const std::string share = source_value("src/score.cpp", "query_share");
  const std::string half = source_value("src/score.cpp", "half_sure_weight");
  const std::string rest = rounded(1 - value_of("src/score.cpp", "query_share"), 2);
  std::string text = std::string{"### Worked example: "} + example.title + "\n\n`" + example.query + "` against *" +
                     std::string{worked.name->text} + "*\n\n" + table(worked) + "\n";
  text += "- Agreeing: " + bits(alignment.agreeing) + " bits. The pairs could have given " + bits(alignment.paired) +
          "; left over are " + bits(alignment.query_left) + " of the query and " + bits(alignment.name_left) +
          " of the listed name" + (alignment.cut_off ? " (which may have been cut off)" : "") +
          (steps.replaced > 0 ? "; words in place of others cost each side " + bits(steps.replaced) : "") + ".\n";
  text += "- Covered: of the query " + bits(alignment.agreeing) + " ÷ " + bits(steps.query_weight) + " = " +
          rounded(steps.query_covered, 3) + ", of the name " + bits(alignment.agreeing) + " ÷ " +
          bits(steps.name_weight) + " = " + rounded(steps.name_covered, 3) + ". Mean: 1 ÷ (" + share + " ÷ " +
          rounded(steps.query_covered, 3) + " + " + rest + " ÷ " + rounded(steps.name_covered, 3) +
          ") = " + rounded(steps.mean, 3) + ".\n";
  text += "- Not chance: " + bits(alignment.agreeing) + "² ÷ (" + bits(alignment.agreeing) + "² + " + half +
          "²) = " + rounded(steps.sure, 3) + ", and " + rounded(steps.surer, 3) +
          " with what the whole names take off the doubt.\n";
  text += "- 100 × " + rounded(steps.mean, 3) + " × " + rounded(steps.surer, 3) + " = " +
          rounded(steps.unstretched, 2) + "; on the stretched scale **" +
          rounded(worked.result.matches.front().score, 2) + "**.\n\n";
  return text + "The reasons: *" + reasons(worked) + "*\n";
}

std::string constants_table() {
  std::string text = "| constant | value | what it is |\n| --- | ---: | --- |\n";
  for (const Constant& each : constants) {
    const std::string name = each.name;
    const std::size_t blank = std::min(name.find(' '), name.size());
    text += row({"`" + name.substr(0, blank) + "`" + name.substr(blank), source_value(each.file, name), each.says});
  }
  text += row({"`default_alert_score`", source_value("src/score.cpp", "default_alert_score"),
               "what is stretched to the default threshold of " + rounded(lookup::default_min_score, 0)});
  return text;
}

}  // namespace

std::string worked_examples() {
  std::string text = "\n" + constants_table();
  for (const Example& example : examples) text += "\n" + render(example);
  return text + "\n";
}

std::vector<Recomputed> recomputed_examples() {
  std::vector<Recomputed> scores;
  for (const Example& example : examples) {
    const Worked worked{example.query};
    scores.push_back({example.query, Steps{worked.alignment}.score, worked.result.matches.front().score});
  }
  return scores;
}

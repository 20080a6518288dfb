#include "lookup/alignment.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "lookup/chinese_spelling.hpp"
#include "sorting.hpp"

namespace lookup {
namespace {

constexpr double torn_similarity = 0.99;     // "SecondAcademy" for "Second Academy".
constexpr double initial_doubt = 0.353;      // What an initial leaves unsaid counts so much as left over …
constexpr double whole_initial_doubt = 0.2;  // … and where nothing else of either name is left over.
constexpr double whole_typo_doubt = 0.5;     // What typos take off counts so much where they are all that differs.
constexpr double least_telling = 0.671;      // Bits that a word says at least where it stands in place of another.
constexpr double legal_form_similarity = 1;  // "OOO" for "LLC".

/// How many letters may differ in words that stand beside words that agree: one in three.
std::size_t leftover_budget(std::size_t length) { return (length + 1) / 3; }

/// The order in which pairs are taken: by what they say, then by how firm they are, then by place.
bool says_more(const WordPair& a, const WordPair& b) {
  const double gain_a = a.weight * a.similarity;
  const double gain_b = b.weight * b.similarity;
  if (gain_a != gain_b) return gain_a > gain_b;
  if (a.agreement != b.agreement) return a.agreement < b.agreement;
  return std::tie(a.query_first, a.name_first, a.query_count, a.name_count) <
         std::tie(b.query_first, b.name_first, b.query_count, b.name_count);
}

/// Pairs words of one query with words of one name.
class Aligner {
 public:
  /// Leaves the result in `alignment`.
  Aligner(const PreparedQuery& query, const IndexedName& name, AlignmentRoom& room, Alignment& alignment)
      : query_(query),
        name_(name),
        query_used_(room.query_used),
        name_used_(room.name_used),
        name_spans_(room.name_spans),
        possible_(room.possible),
        acronyms_(room.acronyms),
        alignment_(alignment) {
    query_used_.assign(query.tokens.words.size(), 0);
    name_used_.assign(name.ids.size(), 0);
    possible_.clear();
    acronyms_.clear();
    std::vector<WordPair> pairs = std::move(alignment_.pairs);
    pairs.clear();
    alignment_ = {};
    alignment_.pairs = std::move(pairs);
  }

  void run() {
    gather_hits();
    take_possible();
    // An abbreviation stands for words that have no pair of their own.
    possible_.clear();
    gather_phrases();
    take_possible();
    // Initials last: a name that stands beside its acronym says more than the acronym does.
    possible_.swap(acronyms_);
    gather_acronyms();
    take_possible();
    pair_legal_forms();
    pair_initials();
    sum_up();
  }

  void run_on(const Alignment& firm) {
    for (const WordPair& pair : firm.pairs) {
      if (pair.agreement == Agreement::cut)
        possible_.push_back(pair);
      else
        take(pair);
    }
    pair_leftovers(leftover_share * firm.agreeing);
    sum_up();
  }

 private:
  /// Takes what can be had, the pair that says most first.
  void take_possible() {
    sort_stably(possible_, says_more);
    for (const WordPair& pair : possible_) take(pair);
  }

  void gather_hits() {
    for (std::size_t i = 0; i < name_.ids.size(); ++i) {
      for (const WordHit& hit : query_.hits_of(name_.ids[i].own)) propose(hit, i, 1);
      if (i + 1 < name_.ids.size())
        for (const WordHit& hit : query_.hits_of(name_.ids[i].joined))
          if (hit.word_count == 1 && hit.agreement != Agreement::cut) propose(hit, i, 2);
    }
  }

  static bool uses(const Tokens& tokens, std::uint16_t phrase, bool is_short) {
    return std::any_of(tokens.phrases.begin(), tokens.phrases.end(), [phrase, is_short](const PhraseUse& use) {
      return use.phrase == phrase && use.is_short == is_short;
    });
  }

  /// A name and its initials.
  void gather_acronyms() {
    for (const AcronymHit& hit : query_.acronyms_of(name_.number))
      possible_.push_back(make_pair(hit.query_word, 1, hit.run.first_word, hit.run.word_count, Agreement::acronym,
                                    acronym_similarity(query_.tokens.words[hit.query_word].text)));
  }

  /// A short form agrees with what it stands for. Two phrases spelled out agree so where one has more words.
  void gather_phrases() {
    for (const PhraseUse& own : query_.tokens.phrases)
      for (const PhraseUse& other : name_.tokens.phrases) {
        if (!agree_as_phrases(own, other)) continue;
        const bool one_short = own.is_short != other.is_short;
        const bool both_short = own.is_short && other.is_short;
        // "Research and Production Association (NPO)" agrees both ways, and the words themselves say more.
        if (one_short &&
            (uses(query_.tokens, own.phrase, !own.is_short) || uses(name_.tokens, own.phrase, own.is_short)))
          continue;
        possible_.push_back(make_pair(own.first_word, own.word_count, other.first_word, other.word_count,
                                      one_short || both_short ? Agreement::abbreviation : Agreement::translated,
                                      phrase_similarity));
      }
  }

  /// A word that agrees after it was put into Latin letters or translated says so.
  [[nodiscard]] Agreement rewritten(const WordHit& hit, const WeighedWord& listed) const {
    if (hit.agreement != Agreement::same) return hit.agreement;
    if (query_.tokens.words[hit.first_word].is_spelled != listed.is_spelled) return Agreement::translated;
    switch (query_.tokens.words[hit.first_word].rewriting) {
      case Rewriting::none:
        return Agreement::same;
      case Rewriting::romanized:
        return Agreement::romanized;
      case Rewriting::look_alike:
        return Agreement::look_alike;
      case Rewriting::translated:
        return Agreement::translated;
    }
    return Agreement::same;
  }

  void propose(const WordHit& hit, std::size_t name_first, std::size_t name_count) {
    const bool torn = name_count == 2;
    const Agreement agreement =
        torn && hit.agreement == Agreement::same ? Agreement::torn : rewritten(hit, name_.weighed[name_first]);
    const double similarity = torn ? hit.similarity * torn_similarity : hit.similarity;
    std::vector<WordPair>& pairs = agreement == Agreement::acronym ? acronyms_ : possible_;
    pairs.push_back(make_pair(hit.first_word, hit.word_count, name_first, name_count, agreement, similarity));
  }

  [[nodiscard]] WordPair make_pair(std::size_t query_first, std::size_t query_count, std::size_t name_first,
                                   std::size_t name_count, Agreement agreement, double similarity) const {
    // A misspelt common word looks rare: the side that says less decides.
    const double weight = std::min(shared_weight(query_.weighed, query_first, query_count),
                                   shared_weight(name_.weighed, name_first, name_count));
    return {static_cast<std::uint16_t>(query_first),
            static_cast<std::uint16_t>(query_count),
            static_cast<std::uint16_t>(name_first),
            static_cast<std::uint16_t>(name_count),
            agreement,
            similarity,
            weight};
  }

  static bool is_free(const std::vector<char>& used, std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i)
      if (used[i] != 0) return false;
    return true;
  }

  bool take(const WordPair& pair) {
    if (!is_free(query_used_, pair.query_first, pair.query_count) ||
        !is_free(name_used_, pair.name_first, pair.name_count))
      return false;
    for (std::size_t i = 0; i < pair.query_count; ++i) query_used_[pair.query_first + i] = 1;
    for (std::size_t i = 0; i < pair.name_count; ++i) name_used_[pair.name_first + i] = 1;
    alignment_.pairs.push_back(pair);
    return true;
  }

  /// Legal forms of one class agree however they are written, where their words are not paired already.
  void pair_legal_forms() {
    for (const LegalFormUse& own : query_.tokens.legal_forms)
      for (std::size_t i = 0; i < name_.weighed.size(); ++i)
        if (const WeighedWord& word = name_.weighed[i]; word.legal_form_words > 0 && word.legal_form == own.form)
          take(make_pair(own.first_word, own.word_count, i, word.legal_form_words, Agreement::legal_form,
                         legal_form_similarity));
  }

  /// A single letter on one side stands for a word that begins with it on the other.
  void pair_initials() {
    if (query_.sums.initials == 0 && !name_.has_initial) return;
    for (std::size_t i = 0; i < query_.weighed.size(); ++i) {
      const WeighedWord& own = query_.weighed[i];
      if (!own.is_initial && !name_.has_initial) continue;
      for (std::size_t j = 0; j < name_.weighed.size() && query_used_[i] == 0; ++j) {
        const WeighedWord& other = name_.weighed[j];
        if (name_used_[j] == 0 && own.is_initial != other.is_initial && own.first_letter == other.first_letter)
          take(make_pair(i, 1, j, 1, Agreement::initial, initial_similarity));
      }
    }
  }

  /// Pairs words that no hit links, as far as they say no more than `room`. A cut word gives way to a closer likeness.
  void pair_leftovers(double room) {
    std::vector<WordPair>& near = possible_;
    find_name_spans();
    for (const QuerySpan& span : query_.spans) {
      if (!is_free(query_used_, span.first_word, span.word_count)) continue;
      for (const NameSpan& other : name_spans_) propose_near(span, other, near);
    }
    if (near.empty()) return;
    sort_stably(near, says_more);
    for (WordPair& pair : near) {
      if (pair.agreement == Agreement::cut) {
        take(pair);
        continue;
      }
      pair.similarity = std::min(pair.similarity, room / pair.weight);
      if (pair.similarity > 0 && take(pair)) room -= pair.weight * pair.similarity;
    }
  }

  /// Words of the name that stand together, are no numbers and have no pair.
  void find_name_spans() {
    name_spans_.clear();
    for (std::size_t first = 0; first < name_used_.size(); ++first) {
      NameSpan span{static_cast<std::uint16_t>(first), 0, 0, 0};
      for (std::size_t i = first; i < std::min(first + longest_span, name_used_.size()); ++i) {
        const Word& last = name_.tokens.words[i];
        if (name_used_[i] != 0 || last.is_number) break;
        ++span.word_count;
        span.length += last.text.size();
        span.letter_set |= letter_set(last.text);
        name_spans_.push_back(span);
      }
    }
  }

  /// Compares a span of the query with one of the name.
  void propose_near(const QuerySpan& span, const NameSpan& other, std::vector<WordPair>& near) const {
    const std::size_t own_length = span.letters.text().size();
    const std::size_t shorter = std::min(own_length, other.length);
    const std::size_t budget = leftover_budget(shorter);
    if (std::max(own_length, other.length) - shorter > budget) return;
    if (!may_be_near(span.letter_set, other.letter_set, budget)) return;
    const std::size_t first = other.first_word;
    const std::size_t count = other.word_count;
    std::u32string letters;
    for (std::size_t i = first; i < first + count; ++i) letters += name_.tokens.words[i].text;
    const std::size_t distance = span.letters.distance(letters, budget);
    if (distance > budget) return;
    if (distance > 0 && span.is_pinyin && is_pinyin(letters)) return;
    const double similarity =
        typo_similarity(span.letters.text(), letters, distance) * (span.word_count == count ? 1 : torn_similarity);
    if (similarity <= 0) return;
    const Agreement agreement = distance > 0              ? Agreement::typo
                                : span.word_count > count ? Agreement::joined
                                                          : Agreement::torn;
    near.push_back(make_pair(span.first_word, span.word_count, first, count, agreement, similarity));
  }

  /// True when the query's words are those that the name begins with, the last of them possibly cut.
  [[nodiscard]] bool is_cut_off() const {
    const std::vector<Word>& own = query_.tokens.words;
    const std::vector<Word>& others = name_.tokens.words;
    if (!query_.may_be_cut || own.size() > others.size()) return false;
    for (std::size_t i = 0; i + 1 < own.size(); ++i)
      if (own[i].text != others[i].text) return false;
    const std::u32string_view last = others[own.size() - 1].text;
    return last.starts_with(own.back().text) && (own.size() < others.size() || own.back().text.size() < last.size());
  }

  /// True when all that the query says is how the name begins, but for places, and what tells it from others is not
  /// left out: "Hikvision" for "Hangzhou Hikvision Digital Technology", not "Trading House" for "Trading House Orbita".
  [[nodiscard]] bool is_short_form() const {
    for (std::size_t i = 0; i < query_used_.size(); ++i)
      if (query_used_[i] == 0 && !query_.weighed[i].is_legal_form) return false;
    std::size_t next = name_used_.size();
    for (const WordPair& pair : alignment_.pairs) {
      if (query_.weighed[pair.query_first].is_legal_form) continue;
      const bool begins =
          next == name_used_.size() && (pair.name_first == 0 || pair.name_first == name_.first_own_word);
      if (!begins && pair.name_first != next) return false;
      next = std::size_t{pair.name_first} + pair.name_count;
    }
    return next < name_used_.size() && (shares_own_word() || !lacks_own_word());
  }

  /// True where some pair is of a word that is no common one.
  [[nodiscard]] bool shares_own_word() const {
    return std::any_of(alignment_.pairs.begin(), alignment_.pairs.end(), [this](const WordPair& pair) {
      return pair.agreement != Agreement::initial && name_.weighed[pair.name_first].is_own;
    });
  }

  /// True where the name has such a word that is in no pair.
  [[nodiscard]] bool lacks_own_word() const {
    for (std::size_t i = 0; i < name_used_.size(); ++i)
      if (name_used_[i] == 0 && name_.weighed[i].is_own) return true;
    return false;
  }

  void sum_up() {
    sort_stably(alignment_.pairs, [](const WordPair& a, const WordPair& b) { return a.query_first < b.query_first; });
    for (const WordPair& pair : alignment_.pairs) {
      alignment_.agreeing += pair.weight * pair.similarity;
      alignment_.paired += pair.weight;
    }
    const Leftover of_query = sum_left(query_.weighed, query_used_);
    const Leftover of_name = sum_left(name_.weighed, name_used_);
    alignment_.query_left += of_query.weight;
    alignment_.name_left += of_name.weight;
    const bool is_whole = of_query.weight + of_name.weight == 0 && shares_own_word();
    leave_unsaid(is_whole ? whole_initial_doubt : initial_doubt);
    if (is_whole) forgive_typos();
    alignment_.replaced = std::min(of_query.telling, of_name.telling);
    alignment_.numbers_differ = of_query.has_number && of_name.has_number;
    alignment_.cut_off = is_cut_off();
    if (alignment_.cut_off) alignment_.name_left *= cut_off_doubt;
    if (!alignment_.cut_off && is_short_form()) alignment_.name_left *= short_form_doubt;
    alignment_.query_left += query_.beside_weight;
    alignment_.identical = !query_.is_part && query_.tokens.identity == name_.tokens.identity;
  }

  /// Where two whole names agree word by word, in more than one telling word or initial, chance explains their typos
  /// less.
  void forgive_typos() {
    double lost = 0;
    std::size_t telling = 0;
    for (const WordPair& pair : alignment_.pairs) {
      const WeighedWord& listed = name_.weighed[pair.name_first];
      if (pair.agreement == Agreement::typo) lost += pair.weight * (1 - pair.similarity);
      if (listed.is_own || listed.is_initial) telling += pair.name_count;
    }
    if (telling > 1) alignment_.paired -= (1 - whole_typo_doubt) * lost;
  }

  /// Counts part of what initials leave unsaid of whole words as left over.
  void leave_unsaid(double doubt) {
    for (const WordPair& pair : alignment_.pairs) {
      if (pair.agreement != Agreement::initial) continue;
      alignment_.query_left += doubt * std::max(0.0, query_.weighed[pair.query_first].lacking - pair.weight);
      alignment_.name_left += doubt * std::max(0.0, name_.weighed[pair.name_first].lacking - pair.weight);
    }
  }

  /// What is left over of one side.
  struct Leftover {
    double weight = 0;
    double telling = 0;  ///< What its words say of another party; a common word in place of another says something too.
    bool has_number = false;
  };

  /// Of the unused words; one that stands in the same name before is no more than said again.
  static Leftover sum_left(std::span<const WeighedWord> words, const std::vector<char>& used) {
    Leftover left;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const WeighedWord& word = words[i];
      if (used[i] != 0 || word.lacking == 0) continue;
      left.weight += word.lacking;
      if (!word.is_legal_form) left.telling += std::max(least_telling, word.lacking);
      left.has_number = left.has_number || word.is_number;
    }
    return left;
  }

  const PreparedQuery& query_;
  const IndexedName& name_;
  std::vector<char>& query_used_;
  std::vector<char>& name_used_;
  std::vector<NameSpan>& name_spans_;
  std::vector<WordPair>& possible_;
  std::vector<WordPair>& acronyms_;
  Alignment& alignment_;
};

}  // namespace

void align(const PreparedQuery& query, const IndexedName& name, AlignmentRoom& room, Alignment& alignment) {
  Aligner{query, name, room, alignment}.run();
}

Alignment align(const PreparedQuery& query, const IndexedName& name) {
  AlignmentRoom room;
  Alignment alignment;
  align(query, name, room, alignment);
  return alignment;
}

void pair_leftovers(const PreparedQuery& query, const IndexedName& name, AlignmentRoom& room, Alignment& alignment) {
  if (alignment.agreeing < least_agreeing) return;
  std::swap(room.firm, alignment);
  Aligner{query, name, room, alignment}.run_on(room.firm);
}

void pair_leftovers(const PreparedQuery& query, const IndexedName& name, Alignment& alignment) {
  AlignmentRoom room;
  pair_leftovers(query, name, room, alignment);
}

WeightBounds bounds_with_leftovers(const Alignment& alignment) {
  if (alignment.agreeing < least_agreeing)
    return {alignment.agreeing, alignment.query_left, alignment.name_left, alignment.replaced};
  const double more = std::min({leftover_share * alignment.agreeing, alignment.query_left, alignment.name_left});
  return {alignment.agreeing + more, alignment.query_left - more, alignment.name_left - more};
}

}  // namespace lookup

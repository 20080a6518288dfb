#include "lookup/address_words.hpp"

#include <algorithm>
#include <vector>

#include "sorting.hpp"

namespace lookup {
namespace {

using enum AddressSense;

struct Row {
  AddressSense sense;
  std::string_view word;
  std::string_view spellings;  // Folded, parted by blanks; Cyrillic as `romanize` writes it.
  bool leads = false;
};

// From how addresses are published in English and written in China, Russia, Turkey, Iran and the Malay countries: the
// Universal Postal Union's guides to national addressing (S42), OpenStreetMap's abbreviations, general knowledge.
constexpr Row rows[] = {
    {street, "road", "road rd roads lu"},
    {street, "street", "street st str streets jie dajie sokak sokagi sok sk strasse khiaban"},
    {street, "street", "ulitsa ulitza ul vulitsa vulica vul rue calle jalan jln jl", true},
    {street, "avenue", "avenue ave av prospekt prospect pr prt prkt dadao caddesi cad cd boulevard blvd bulvar bul"},
    {street, "highway", "highway hwy shosse sh expressway trakt tract freeway"},
    {street, "lane", "lane ln alley pereulok per xiang hutong nong"},
    {street, "drive", "drive dr proezd passage path close crescent circuit walk"},
    {street, "square", "square sq ploshchad ploschad pl"},
    {street, "embankment", "embankment emb naberezhnaya nab strand quay"},
    {room, "room",
     "room rm rooms flat unit office ofis suite ste apartment apt kvartira kv shop komnata kom "
     "pomeshchenie pom premises cubicle cabin daire"},
    {floor, "floor", "floor fl flr floors f level lvl etazh et kat ceng"},
    {building, "building",
     "building bldg bld buildings korpus korp stroenie stroyeniye block blk blok tower litera "
     "liter letter lit haolou"},
    {house, "number", "no nr number num house dom hao d"},
    {box, "box", "box pobox po"},
    {section, "section", "section phase sector zone plot lot km area stage part gate"},
    {place, "place",
     "district dist county city town township province prov oblast obl region raion rayon krai kray "
     "republic respublika territory village municipality prefecture okrug gorod qu mah "
     "mahallesi mahalle territories gorodskoi poselok"},
    {direction, "north", "north bei severnaya"},
    {direction, "south", "south nan"},
    {direction, "east", "east dong"},
    {direction, "west", "west xi"},
    {direction, "middle", "middle zhong mid"},
    {plain, "centre", "center centre ctr tsentr centr merkezi"},
    {plain, "commercial", "commercial comm"},
    {plain, "industrial", "industrial ind indl promyshlennaya"},
    {plain, "mansion", "mansion mansions dasha"},
    {plain, "kowloon", "kowloon kln kl"},
    {plain, "moscow", "moscow moskva moskovskaya"},
    {plain, "petersburg", "petersburg peterburg"},
    {plain, "saint", "saint sankt"},
    {plain, "international", "international intl"},
    {ordinal, "1", "first"},
    {ordinal, "2", "second"},
    {ordinal, "3", "third"},
    {ordinal, "4", "fourth"},
    {ordinal, "5", "fifth"},
    {ordinal, "6", "sixth"},
    {ordinal, "7", "seventh"},
    {ordinal, "8", "eighth"},
    {ordinal, "9", "ninth"},
    {ordinal, "10", "tenth"},
};

struct Spelling {
  std::string_view text;
  const Row* row;
};

/// Every spelling, sorted; of two rows with one the earlier.
std::vector<Spelling> sorted_spellings() {
  std::vector<Spelling> all;
  for (const Row& row : rows) {
    for (std::size_t at = 0; at < row.spellings.size();) {
      const std::size_t end = std::min(row.spellings.find(' ', at), row.spellings.size());
      all.push_back({row.spellings.substr(at, end - at), &row});
      at = end + 1;
    }
  }
  sort_stably(all, [](const Spelling& a, const Spelling& b) { return a.text < b.text; });
  return all;
}

struct HanRow {
  std::u32string_view han;
  AddressSense sense;
  std::string_view word;
};

constexpr HanRow han_rows[] = {
    {U"路", street, "road"},         {U"道", street, "road"},         {U"街", street, "street"},
    {U"大街", street, "street"},     {U"大道", street, "avenue"},     {U"公路", street, "highway"},
    {U"巷", street, "lane"},         {U"胡同", street, "lane"},       {U"弄", street, "lane"},
    {U"里弄", street, "lane"},       {U"号", house, "number"},        {U"号院", house, "number"},
    {U"号楼", building, "building"}, {U"栋", building, "building"},   {U"幢", building, "building"},
    {U"座", building, "building"},   {U"期", section, "section"},     {U"楼", floor, "floor"},
    {U"层", floor, "floor"},         {U"室", room, "room"},           {U"房", room, "room"},
    {U"单元", building, "unit"},     {U"省", place, "place"},         {U"市", place, "place"},
    {U"区", place, "place"},         {U"县", place, "place"},         {U"镇", place, "place"},
    {U"乡", place, "place"},         {U"村", place, "place"},         {U"自治区", place, "place"},
    {U"信箱", box, "box"},           {U"特别行政区", place, "place"},
};

struct HanName {
  std::u32string_view han;
  std::string_view latin;
};

constexpr HanName han_names[] = {
    {U"花园街", "fa yuen street"},
    {U"骆克道", "lockhart road"},
    {U"卢押道", "luard road"},
    {U"弥敦道", "nathan road"},
    {U"旺角道", "mong kok road"},
    {U"湾仔道", "wan chai road"},
    {U"轩尼诗道", "hennessy road"},
    {U"金钟道", "queensway"},
    {U"文咸东街", "bonham strand"},
    {U"文咸西街", "bonham strand west"},
    {U"漆咸道南", "chatham road south"},
    {U"漆咸道北", "chatham road north"},
    {U"漆咸道", "chatham road"},
    {U"洪水桥大街", "hung shui kiu main street"},
    {U"皇后大道中", "queens road central"},
    {U"皇后大道东", "queens road east"},
    {U"皇后大道西", "queens road west"},
    {U"德辅道中", "des voeux road central"},
    {U"德辅道西", "des voeux road west"},
    {U"干诺道中", "connaught road central"},
    {U"干诺道西", "connaught road west"},
    {U"告士打道", "gloucester road"},
    {U"英皇道", "kings road"},
    {U"广东道", "canton road"},
    {U"柯士甸道", "austin road"},
    {U"观塘道", "kwun tong road"},
    {U"开源道", "hoi yuen road"},
    {U"海滨道", "hoi bun road"},
    {U"成业街", "shing yip street"},
    {U"巧明街", "how ming street"},
    {U"永乐街", "wing lok street"},
    {U"上海街", "shanghai street"},
    {U"登打士街", "dundas street"},
    {U"砵兰街", "portland street"},
    {U"亚皆老街", "argyle street"},
    {U"青山公路", "castle peak road"},
    {U"洪水桥", "hung shui kiu"},
    {U"金钟", "admiralty"},
    {U"好景商业中心", "ho king commercial centre"},
    {U"荷李活商业中心", "hollywood plaza"},
    {U"力宝中心", "lippo centre"},
    {U"其士大厦", "chevalier house"},
    {U"乐基中心", "lucky centre"},
    {U"依时商业大厦", "easey commercial building"},
    {U"大厦", "building"},
    {U"商业大厦", "commercial building"},
    {U"商业中心", "commercial centre"},
    {U"中心", "centre"},
    {U"广场", "plaza"},
    {U"工业大厦", "industrial building"},
};

}  // namespace

AddressWord find_address_word(std::string_view folded) {
  static const std::vector<Spelling> spellings = sorted_spellings();
  const auto found = std::lower_bound(spellings.begin(), spellings.end(), folded,
                                      [](const Spelling& own, std::string_view text) { return own.text < text; });
  if (found == spellings.end() || found->text != folded) return {};
  return {found->row->sense, found->row->word, found->row->leads};
}

HanAddressWord find_han_address_word(std::u32string_view rest) {
  HanAddressWord best;
  for (const HanRow& row : han_rows)
    if (row.han.size() > best.count && rest.starts_with(row.han)) best = {row.han.size(), {row.sense, row.word}, {}};
  for (const HanName& name : han_names)
    if (name.han.size() > best.count && rest.starts_with(name.han)) best = {name.han.size(), {}, name.latin};
  return best;
}

}  // namespace lookup

#include "lookup/country.hpp"

namespace lookup {

bool is_country_code(std::string_view code) {
  // ISO 3166-1 as of 2026, two letters each, in alphabetical order.
  static constexpr std::string_view codes =
      "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ"
      "DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISIT"
      "JEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZ"
      "NANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZ"
      "TCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";
  if (code.size() != 2) return false;
  for (std::size_t i = 0; i < codes.size(); i += 2)
    if (codes.substr(i, 2) == code) return true;
  return false;
}

std::string_view assigned_code(std::string_view published) { return published == "UK" ? "GB" : published; }

std::string country_code(std::string typed) {
  for (char& letter : typed)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return std::string{assigned_code(typed)};
}

}  // namespace lookup

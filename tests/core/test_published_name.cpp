#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "lookup/acronyms.hpp"
#include "lookup/published_name.hpp"

using lookup::PublishedName;
using lookup::read_published_alias;
using lookup::read_published_name;
using Texts = std::vector<std::string>;

// Every row is a name or alias of the Entity List, Supplement No. 4 to 15 CFR Part 744, as the Consolidated Screening
// List of 2026-07-31 or 2022-05-06 prints it, unless it says otherwise; the made-up ones are called Made Up.

TEST_CASE("A parent goes from the name to its own field") {
  struct Row {
    std::string published;
    std::string name;
    std::string parent;
  };
  const Row rows[] = {
      {"Huawei Technologies Co., Ltd. (Huawei). Affiliated Entity: Hangzhou Huawei Enterprises",
       "Hangzhou Huawei Enterprises", "Huawei Technologies Co., Ltd. (Huawei)"},
      {"Huawei Technologies Co., Ltd. (Huawei).  Affiliated Entity:  Huawei Technologies Co., Ltd., Beijing Research "
       "Institute",
       "Huawei Technologies Co., Ltd., Beijing Research Institute", "Huawei Technologies Co., Ltd. (Huawei)"},
      {"China Aerospace Science and Industry Corporation Second Academy. Subordinate Institution - 206th Research "
       "Institute",
       "206th Research Institute", "China Aerospace Science and Industry Corporation Second Academy"},
      {"China Electronics Technology Group Corporation 13th Research Institute (CETC 13). Subordinate Institution - "
       "Envoltek",
       "Envoltek", "China Electronics Technology Group Corporation 13th Research Institute (CETC 13)"},
      {"Pakistan Atomic Energy Commission (PAEC), and subordinate entity National Development Complex (NDC)",
       "National Development Complex (NDC)", "Pakistan Atomic Energy Commission (PAEC)"},
      {"Ilyushin Aviation Complex Branch: Myasishcheva Experimental Mechanical Engineering Plant",
       "Myasishcheva Experimental Mechanical Engineering Plant", "Ilyushin Aviation Complex"},
      {"P.A. Voronin Lukhovitsk Aviation Plant, branch of RSK MiG", "P.A. Voronin Lukhovitsk Aviation Plant",
       "RSK MiG"},
      {"Kalyazinsky Machine Building Factory-Branch of RSK MiG", "Kalyazinsky Machine Building Factory", "RSK MiG"},
      {"Baotou Guanghua Chemical Industrial Corporation (Parent Organization: China National Nuclear Group Corporation "
       "(CNNC))",
       "Baotou Guanghua Chemical Industrial Corporation", "China National Nuclear Group Corporation (CNNC)"},
      {"CNOOC Limited (a subsidiary of China National Offshore Oil Corporation)", "CNOOC Limited",
       "China National Offshore Oil Corporation"},
      {"Guangzhou Hongyu Technology Co., Ltd. (a subordinate institute of CETC-7)",
       "Guangzhou Hongyu Technology Co., Ltd.", "CETC-7"},
      {"Tactical Missile Corporation, AO GNPP “Region”", "AO GNPP “Region”", "Tactical Missile Corporation"},
      {"United Shipbuilding Corporation “Sredne-Nevsky Shipyard”", "“Sredne-Nevsky Shipyard”",
       "United Shipbuilding Corporation"},
      {"Concern Radio-Electronic Technologies, V.V. Tarasov Avia Avtomatika", "V.V. Tarasov Avia Avtomatika",
       "Concern Radio-Electronic Technologies"},
  };
  for (const Row& row : rows) {
    const PublishedName taken = read_published_name(row.published);
    CHECK(taken.name == row.name);
    CHECK(taken.parent == row.parent);
  }
}

TEST_CASE("A name that only looks as if it had a parent in front stays whole") {
  for (const std::string published : {
           "United Shipbuilding Corporation",
           "Academy of Military Medical Sciences, Institute of Toxicology and Pharmacology",
           "China Aerospace Science and Industry Corporation (CASIC) 3rd Academy, 31 Research Institute",
           "Federal State Budgetary Institution of Science Institute of Molecular and Cell Biology, Siberian Branch of "
           "the Russian Academy of Sciences",
           "Department of Atomic Energy facilities: Fuel reprocessing and enrichment facilities",
           "Branch of PAO Il – Aviastar",
           "Affiliated Supply and Consultancy Services",
       }) {
    const PublishedName taken = read_published_name(published);
    CHECK(taken.name == published);
    CHECK(taken.parent.empty());
  }
}

TEST_CASE("A stray comma and stray spaces leave the name") {
  CHECK(read_published_name("Leon Technology Co., Ltd.,").name == "Leon Technology Co., Ltd.");
  CHECK(read_published_name("Guangzhou Haige Communication Group Co., Ltd., ").name ==
        "Guangzhou Haige Communication Group Co., Ltd.");
  CHECK(read_published_name("The Ministry of Defence\u00A0of the Republic").name ==
        "The Ministry of Defence of the Republic");
  CHECK(read_published_name(",").name.empty());
}

TEST_CASE("Former and other names become names of their own") {
  struct Row {
    std::string published;
    std::string name;
    Texts other_names;
  };
  const Row rows[] = {
      {"LTS Holding Limited (f.k.a. IPP-International Petroleum Products Ltd.)",
       "LTS Holding Limited",
       {"IPP-International Petroleum Products Ltd."}},
      {"SGM Most OOO (f.k.a., Obshchestvo S Ogranichennoi Otvetstvennostyu SGM Most)",
       "SGM Most OOO",
       {"Obshchestvo S Ogranichennoi Otvetstvennostyu SGM Most"}},
      {"Chitron Electronics Company Ltd., a.k.a. Chi-Chung Electronics Company Ltd. (Chitron-Shenzhen)",
       "Chitron Electronics Company Ltd.",
       {"Chi-Chung Electronics Company Ltd. (Chitron-Shenzhen)"}},
      {"JSC 'Almaz-Antey' MSDB, f.k.a., Otkrytoe Aktsionernoe Obshchestvo Almaz",
       "JSC 'Almaz-Antey' MSDB",
       {"Otkrytoe Aktsionernoe Obshchestvo Almaz"}},
      {"Yichang Testing Technology Research Institute a.k.a. Yichang Institute of Testing Technology",
       "Yichang Testing Technology Research Institute",
       {"Yichang Institute of Testing Technology"}},
      {"Southwest Institute of Nuclear Physics and Chemistry (a.k.a., China Academy of Engineering Physics (CAEP)'s "
       "902 "
       "Institute)",
       "Southwest Institute of Nuclear Physics and Chemistry",
       {"China Academy of Engineering Physics (CAEP)'s 902 Institute"}},
      {"AVS (Armored Vehicle Spares)", "AVS (Armored Vehicle Spares)", {"Armored Vehicle Spares"}},
      {"Rostec (Russian Technologies State Corporation)",
       "Rostec (Russian Technologies State Corporation)",
       {"Russian Technologies State Corporation", "Rostec"}},
      {"Made Up (f.k.a. Left Open", "Made Up", {"Left Open"}},
      {"Made Up (f.k.a.)", "Made Up", {}},
      {"Made Up (f.k.a. ", "Made Up", {}},
      {"One, f.k.a. Two, a.k.a. Three", "One", {"Two", "Three"}},
  };
  for (const Row& row : rows) {
    const PublishedName taken = read_published_name(row.published);
    CHECK(taken.name == row.name);
    CHECK(taken.other_names == row.other_names);
  }
}

TEST_CASE("An alias loses the conjunction and the mark of a list, and a remark is no alias") {
  CHECK(read_published_alias("and SKB DNIKhTI").name == "SKB DNIKhTI");
  CHECK(read_published_alias("and").name.empty());
  CHECK(read_published_alias("f.k.a. Sibirskaya Neftyanaya Kompaniya OAO").name ==
        "Sibirskaya Neftyanaya Kompaniya OAO");
  CHECK(read_published_alias("Aktsionernoe Obshchestvo Krasny Gidropress,").name ==
        "Aktsionernoe Obshchestvo Krasny Gidropress");
  CHECK(read_published_alias("(all of preceding located in or near Mianyang, Sichuan Province)").name.empty());
  CHECK(read_published_alias("Anderson Works").name == "Anderson Works");
  CHECK(read_published_alias("Tactical Missile Corporation, Made Up").parent.empty());
}

TEST_CASE("Other names are found behind every mark that the lists print") {
  struct Row {
    std::string published;
    std::string name;
    Texts other_names;
  };
  // The Denied Persons, ITAR Debarred and Nonproliferation lists of 2026-07-31.
  const Row rows[] = {
      {"FERDIE (A.K.A. FERNANDO SERO) RESADA", "FERDIE RESADA", {"FERNANDO SERO"}},
      {"FUYI SUN A/K/A FRANK SUN", "FUYI SUN", {"FRANK SUN"}},
      {"JIE LUO- AKA- IVY  LUO", "JIE LUO", {"IVY LUO"}},
      {"JIE LUO -AKA-IVY LUO", "JIE LUO", {"IVY LUO"}},
      {"KOLOKOL (AKA: ALDRICH AMES)", "KOLOKOL", {"ALDRICH AMES"}},
      {"SIBERIAN AIRLINES D/B/A S7 AIRLINES", "SIBERIAN AIRLINES", {"S7 AIRLINES"}},
      {"AVIATION SERVICES INTERNATIONAL, B.V. ALSO KNOWN AS DELTA LOGISTICS, B.V.",
       "AVIATION SERVICES INTERNATIONAL, B.V.",
       {"DELTA LOGISTICS, B.V."}},
      {"Cho Yan Nathan; a.k.a Nathan Man Man", "Cho Yan Nathan", {"Nathan Man Man"}},
      {"Mike Igor\ta/k/a Maru Panchernikov", "Mike Igor", {"Maru Panchernikov"}},
      {"Universal Enterprise Limited [aka General Technology Limited, aka Tiger Force Electronics] (Hong Kong Entity), "
       "and its sub-units and successors",
       "Universal Enterprise Limited",
       {"General Technology Limited", "Tiger Force Electronics"}},
      {"AKA INTEGRAL SERVICES, S. DE R.L. DE C.V.", "AKA INTEGRAL SERVICES, S. DE R.L. DE C.V.", {}},
      {"AK. A. KARPINSKIY", "AK. A. KARPINSKIY", {}},
      {"Made Up Tanakas Trading", "Made Up Tanakas Trading", {}},
  };
  for (const Row& row : rows) {
    INFO(row.published);
    const PublishedName taken = read_published_name(row.published);
    CHECK(taken.name == row.name);
    CHECK(taken.other_names == row.other_names);
  }
}

TEST_CASE("What a notice adds behind a name leaves it") {
  // The Nonproliferation list of 2026-07-31.
  for (const auto& [published, name] : std::vector<std::pair<std::string, std::string>>{
           {"PMC Wagner; and any successor, sub-unit, or subsidiary thereof", "PMC Wagner"},
           {"EuroAsia and any successor, sub-unit, or subsidiary thereof", "EuroAsia"},
           {"Innovative Equipment, and its sub-units and successors", "Innovative Equipment"},
           {"Bearings on Lipetsk LLC (Russian entity); and any successor, sub-unit, or subsidiary thereof",
            "Bearings on Lipetsk LLC"},
           {"Rim Yo'ng-hyo'k (DPRK individual)", "Rim Yo'ng-hyo'k"},
           {"Luo Dongmei (PRC national)", "Luo Dongmei"},
           {"Towlid Abzar Boreshi Iran (TABA)", "Towlid Abzar Boreshi Iran (TABA)"},
       }) {
    CHECK(read_published_name(published).name == name);
    CHECK(read_published_name(published).other_names.empty());
  }
}

TEST_CASE("In a name of capitals alone only what the name spells is an acronym") {
  // The lists of Treasury and the Denied Persons List of 2026-07-31.
  for (const auto& [published, acronyms] : std::vector<std::pair<std::string, Texts>>{
           {"RAJAH SOLAIMAN MOVEMENT (RSM)", {"RSM"}},
           {"ATLAS OCEAN AND PETROCHEMICAL (AOPC)", {"AOPC"}},
           {"NAFTIRAN TRADING SERVICES CO. (NTS) LIMITED", {"NTS"}},
           {"APPLIED SYSTEMS METHODS AND TECHNOLOGY (ASMAT)", {"ASMAT"}},
           {"P.C.C. (SINGAPORE) PRIVATE LIMITED", {}},
           {"TECHNOLOGY OPTIONS (INDIA) PVT. LTD", {}},
           {"GOLDEN FISH S.A.L. (OFFSHORE)", {}},
           {"STARS GROUP SAL (HOLDING)", {}},
           {"GE SONG TAO (GE)", {}},
           {"SPORTS ZONE (MNC GROUP INTERNATIONAL, INC.)", {}},
       }) {
    INFO(published);
    CHECK(read_published_name(published).acronyms == acronyms);
  }
}

TEST_CASE("A person's name is turned to the order in which it is spoken") {
  // Treasury's list of 2022-05-06, save the last three.
  for (const auto& [published, name] : std::vector<std::pair<std::string, std::string>>{
           {"ALVAREZ ZEPEDA, Oscar", "Oscar ALVAREZ ZEPEDA"},
           {"AL-UBAYDI, Ahmad Hassan Kaka", "Ahmad Hassan Kaka AL-UBAYDI"},
           {"DELOS REYES, Feliciano Semborio, Jr.", "Feliciano Semborio DELOS REYES, Jr."},
           {"KNOWLES, JR., Samuel", "Samuel KNOWLES, JR."},
           {"MARUF, Taha, Muhyi al-Din", "MARUF, Taha, Muhyi al-Din"},
           {"Abu Jaffar al-Shabaki", "Abu Jaffar al-Shabaki"},
           {"EL INGENIERO", "EL INGENIERO"},
           {"John Ka-chiu Lee", "John Ka-chiu Lee"},
           {"MUSTER,  Erika ", "Erika MUSTER"},
           {"MUSTER, JR.", "MUSTER, JR."},
           {"Muster, Erika", "Muster, Erika"},
           {",", ""},
       }) {
    INFO(published);
    CHECK(lookup::read_person_name(published) == name);
  }
}

TEST_CASE("Acronyms in brackets are those of the party") {
  struct Row {
    std::string published;
    Texts acronyms;
  };
  const Row rows[] = {
      {"National University of Defense Technology (NUDT)", {"NUDT"}},
      {"China Electronics Technology Group Corporation 13th Research Institute (CETC 13)", {"CETC 13"}},
      {"China Electronics Technology Group Corporation, 7th Research Institute (CETC-7)", {"CETC-7"}},
      {"China Electronics Technology Group Corporation 29 (CETC 29) Research Institute", {"CETC 29"}},
      {"State Governmental Scientific Testing Area of Aircraft Systems (GkNIPAS),", {"GkNIPAS"}},
      {"State Scientific Research Institute of Machine Building Bakhirev (GosNIImash)", {"GosNIImash"}},
      {"Zhukovskiy Central Aerohydrodynamics Institute (TsAGI)", {"TsAGI"}},
      {"Petersburg Electronic Company (PEC), LLC", {"PEC"}},
      {"Poly Asia Pacific Ltd., (PAPL)", {"PAPL"}},
      {"LT Engineering and Trade Services (Pvt) Ltd. (LTE)", {"LTE"}},
      {"Radiotechnical and Information Systems (RTI) Concern", {"RTI"}},
      {"Yerevan Telecommunications Research Institute (YETRI) Closed Joint Stock Company (CJSC)", {"YETRI"}},
      {"Managed Systems and Services (MSAS)(FZC)", {"MSAS"}},
      {"Almo Aero (Dart Aviation Technics) (IEAS)", {"IEAS"}},
      {"AVS (Armored Vehicle Spares)", {"AVS"}},
      {"HiSilicon Technologies Co., Ltd (HiSilicon)", {"HiSilicon"}},
      {"Huawei Technologies Co., Ltd. (Huawei)", {"Huawei"}},
      {"JSC Central Research Institute of Machine Building (JSC TsNIIMash)", {"TsNIIMash"}},
      {"Raneen Wireless Development Systems Company (RWDS, LLC)", {"RWDS"}},
      {"Sanaye Electronic Arman Ertebat Nemad Company (SAEN CO.)", {"SAEN"}},
      {"Tactical Missile Corporation, 711 Aircraft Repair Plant (711 ARZ)", {"711 ARZ"}},
      {"Xinjiang Production and Construction Corps (XPCC)", {"XPCC"}},
      {"A.A. Kharkevich Institute for Information Transmission Problems (IITP), Russian Academy of Sciences (RAS)",
       {"IITP"}},
      {"Pakistan Atomic Energy Commission (PAEC), and subordinate entity Pakistan Institute for Nuclear Science and "
       "Technology (PINSTECH)",
       {"PINSTECH"}},
  };
  for (const Row& row : rows) {
    INFO(row.published);
    CHECK(read_published_name(row.published).acronyms == row.acronyms);
  }
}

TEST_CASE("Brackets that hold a legal form, a place, a remark or another's acronym give none") {
  for (const std::string published : {
           "3HC Semiconductors (HK) Co., Ltd.",
           "Kaili Industrial (H.K.) Limited",
           "Huawei Technologies (UK) Co., Ltd.",
           "Enerquip Ltd. (UAE)",
           "ACM Research (Shanghai)",
           "AccoTest Technology Co., Ltd. (Hong Kong)",
           "Shanghai Made Up Co., Ltd. (Shanghai)",
           "Seljuk Traders (SMC-Private) Limited",
           "KTK Engineering (PVT) LTD,",
           "(OOO) Microelectronic Production Complex (MPK) Milandr",
           "Joint Stock Company (JSC) NIIME",
           "Shanghai Micro Electronics Equipment (Group) Co., Ltd.",
           "China State Shipbuilding Corporation, Limited (CSSC) 12th Research Institute",
           "China Aerospace Science and Industry Corporation (CASIC) 3rd Academy, 31 Research Institute",
           "Xinjiang Production and Construction Corps (XPCC) Public Security Bureau",
           "Xinjiang Uyghur Autonomous Region (XUAR) People's Government Public Security Bureau",
           "China Electronics Technology Group Corporation 13th Research Institute (CETC 13). Subordinate Institution "
           "- Envoltek",
           "20th Research Institute of China Electronic Technology Group Corp (CETC)",
           "Scientific Studies Research Center (SSRC)-NSCL",
           "China North Industries Group Corporation Limited (NORINCO) 617 Factory",
           "Department of Atomic Energy entity: Nuclear reactors (including power plants) not under International "
           "Atomic Energy Agency (IAEA)",
           "Made Up Aerospace Corporation (MUAC) Branch",
           "Made Up Electronics Co., Ltd. (GesmbH)",
           "United Electronics Group Co. Ltd. (United)",
           "Lev Anatolyevich Yershov (Ershov)",
           "ChRZ Polyot (flight) JSC",
           "Gostevoi dom \"U Ostapa\" Aktsionernogo Obshchestva \"Zavod \"Kopir\" (dlya 1-KSR)",
           "Unclosed (NUDT",
           "()",
       }) {
    INFO(published);
    CHECK(read_published_name(published).acronyms.empty());
  }
}

TEST_CASE("Brackets are found outermost first and in order") {
  const auto brackets = lookup::find_brackets("a (b (c) d) e) (f) (g");
  REQUIRE(brackets.size() == 2);
  CHECK(brackets[0].inside == "b (c) d");
  CHECK(brackets[1].inside == "f");
}

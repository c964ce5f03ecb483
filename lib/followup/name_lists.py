"""Words that tell what part of a name is what: titles, degrees, particles, and surnames that come first."""

from lib.words import word_set

TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lady lord rev reverend
    herr frau hr fräulein dipl ing mme mlle monsieur madame mademoiselle maître
    sr sra srta señor señora señorita dña doña dra dott dottore signor signora
    dhr mevr mevrouw meneer drs mgr mudr judr rndr phdr mvdr datuk datin
    """
)
"""Titles before a name, small and without full stops."""
BEFORE_SURNAMES = word_set(
    """
    mr mrs ms miss mx dr prof professor herr frau mme mlle monsieur madame mademoiselle sr sra srta señor señora
    señorita dott dottore ssa signor signora mevr mevrouw
    """
)
"""Titles that can come before a surname alone in a greeting: 'Dear Dr. Schmidt', but not 'Dear Ing. Novák'."""
DOTTED_TITLES = word_set("mag doc m fr hon priv doz univ ao em lic sig avv ir bc")
"""Titles with a full stop only, since without it they are names or words."""
TITLE_TAILS = word_set("med dent rer nat phil jur iur pol oec habil hc h c mult theol techn vet ssa ra kfm")
"""What goes on with a title that has begun: Dr. rer. nat., Prof. Dr. med."""
SUFFIXES = word_set(
    """
    jr sr phd md mba ii iii iv esq dipl msc bsc cfa cpa dphil csc llm llb pmp cissp frcs mphil
    """
)
"""Degrees and the like behind a name, small and without full stops."""
SHORT_SUFFIXES = word_set("ma ba bs ms pe mp jd rn edd dba dds fca acca obe mbe cbe kbe meng beng ceng retd")
"""Degrees that are names as well: they count behind a comma, or in capitals if the name has none."""
PARTICLES = word_set(
    """
    van von vom zu zum zur der den de del dela della delle degli des di da das do dos du d' la le los las lo
    ter ten te tot 't op af av bin bint binti ibn ben bat el al ál st saint santa san mac mc ap ferch y e i
    """
)
"""Small words at the beginning of a surname."""
SERVANT_OF = word_set("abd abdul abdel abdal abdur abu abou umm bou ould nur noor")
"""First halves of Arabic given names: 'Abdul Rahman' is one name."""
JOINERS = word_set("and und et och og en ja & + / or")
"""Words that mean two people."""
PRONOUNS = word_set("she her hers he him his they them theirs sie ihr er ihm any ze xe")

_VIETNAMESE = """
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong trinh doan luong cao lam mai quach
"""
_KOREAN = """
kim lee park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im han shin sin oh seo suh kwon hwang
ahn song yoo ryu yu hong jeon chun ko koh moon yang son bae baek paik heo huh nam noh roh rhee yi ha joo ju min byun
gong gil kwak sung cha koo ku eom chae cheon bang an
"""
_CHINESE = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng zeng
peng xiao pan yuan dong su ye lu lyu jiang cai jia ding wei xue du dai xia zhong tian ren fan fang shi yao tan liao zou
xiong jin hao cui qiu qin gu hou shao meng long wan duan qian lei yin shen shu kong bai mao chang jian zhuang
wong chan lau cheung lam leung ng cheng ho yip tsang kwok mak chow chiu siu kwan tse fung tsai hsu hsieh lo yu chung
lai chu chuang yeh tseng chiang chou kuo liao hung tsui tong poon pang yeung szeto ouyang sima
"""
_JAPANESE = """
sato satoh suzuki takahashi tanaka ito itoh watanabe yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi
matsumoto inoue kimura hayashi shimizu yamazaki yamasaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda
fujita ogawa goto gotoh okada hasegawa murakami kondo ishii saito saitoh sakamoto endo aoki fujii nishimura fukuda ota
ohta miura fujiwara okamoto matsuda nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita
hara shibata sakai kudo yokoyama miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai kono takada fujimoto
takeda murata ueno sugiyama masuda sugawara hirano kojima chiba kubo matsui iwasaki noguchi sano kikuchi nomura arai
kawasaki oshima honda homma nagai kawaguchi hirata koyama
"""
_HUNGARIAN = """
nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah
racz fekete szilagyi orban torok feher balazs gal szucs kocsis pinter fodor szalai sipos magyar lukacs gulyas biro
kiraly laszlo katona jakab bogdan balog sandor boros fazekas kelemen antal somogyi varadi fulop orosz vincze veres
hegedus budai deak pap balint illes pal voros szoke bognar vass vas lengyel bodnar hajdu halasz mate szekely
gaspar kozma pasztor bakos dudas virag major novak soos tamas nemes pataki farago borbely barta kerekes szekeres
"""
SURNAMES_FIRST = word_set(_VIETNAMESE + _KOREAN + _CHINESE + _JAPANESE + _HUNGARIAN)
"""Surnames, without their accents, of places that put them first: in front they leave the order open."""
HUNGARIAN_GIVEN = word_set(
    """
    viktor laszlo istvan jozsef janos zoltan sandor gabor ferenc attila tamas zsolt andras tibor csaba gyorgy gyula
    balazs imre lajos bence mate levente gergo gergely krisztian miklos erzsebet katalin ilona zsuzsanna zsuzsa margit
    agnes ildiko reka zsofia eniko timea orsolya boglarka dorottya piroska bela geza denes akos botond zsombor peter
    """
)
"""Hungarian given names, without their accents: at the end of a name they leave the order open."""

GREETINGS = word_set(
    """
    dear hi hello hey good morning afternoon evening greetings
    sehr geehrte geehrter geehrtes liebe lieber hallo guten tag morgen abend moin servus grüezi grüß gott
    cher chère bonjour salut bonsoir
    estimado estimada querido querida hola buenos buenas días tardes
    caro cara gentile gentilissimo gentilissima egregio egregia buongiorno ciao
    prezado prezada caro olá bom dia
    beste geachte dag hoi kære kjære hej hei bästa
    szanowny szanowna drogi droga cześć vážený vážená milý milá dobrý den ahoj
    kedves tisztelt szia sayın merhaba
    """
)
"""Words with which a greeting begins, small."""

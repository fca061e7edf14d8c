"""Sound text that a careless reader of old spellings would spoil."""

import itertools

from tests.documents.reading.typed import Lists
from vnpresence_desktop import assets

BUSINESSES = """
Café Crème/Señor Taco/Nestlé Việt Nam/Hòa Phát/Hoà Phát/Thúy/Thuý/KFC/Löwenbräu/Müller/Citroën/Noël/Zoë/Loïc/Thaï Spa/Maï Thaï
Pâtisserie Fauchon/Crêperie/Bistrô/Hôtel de l'Opéra/Rosé/Château Margaux/L'Oréal/Lancôme/Hermès/Chloé/Estée Lauder/Häagen-Dazs
São Paulo/João/Piñata/El Niño/Jalapeño/Straße/Groß/Fuß/Smörgåsbord/Røde/Skårup/Ærø/Guðrún/Þór/Façade/Garçon/Naïve/Saïgon/Hanoï
Gaëlle/Michaël/Aïda/Raúl/María/José/Martínez/Peña/Muñoz/Brûlée/Goût/Août/Voûte/Bébé/Pâté/Entrée/Déjà Vu/À la carte/Été
Crème Brûlée
Honda®/Coca-Cola®/Viettel™/© 2024/m²/50 m²/m³/25°C/½ kg/¼/5½/±3/§ 5/1º/2ª/«Hoa Mai»/« rau, cá »/Quán «Cá»/“Hoa Mai”/‘Út’/Trà·Bánh
5×6/a×b/10÷2/µm/10 µm/¥ 100/£5/€ 20/100 ₫/¿Qué?/¡Hola!/…/Số 5–7/Ấp Đông – Xã Tây/XÃ–PHƯỜNG/XÃ”/(“XÃ”)/XÃ…/“CẢ XÔ/KHÓM 3’
QĐ-UBND/ĐTXD/BLĐTBXH/TNHH MTV/DNTN/HTX/Đắk Lắk/Đăk Nông/Krông Pắc/Ea Súp/Kon Tum/Pleiku/Sóc Trăng/Bạc Liêu/Qúy/Gía/Thuỷ/Hoè/khuỷu
Lê/Hà/Tú/Thò/Bé/Dòng/Lý/Võ/Tô/Hòe/Thì/Cò/Mì/Ô Môn/Ông/Ơn/Ý/Á/À/Ừ/Tên/Số/Xã/XÃ/XÃ THỚI LAI/LÃ THỊ HÀ/Mã số/Ngã Bảy/TÂN HÀ/VÕ THỊ LÃ
an@gmail.com/co-so.hoa@biz.vn/https://đông.vn/hoà-phát.vn/cơsở.id.vn/0912 345 678/57A8001234/092180001234/=cmd|' /C calc'!A0
№ 5/★ ★★
한국식당/中华饭店/日本料理/Кафе Москва/Ελλάδα/ភ្នំពេញ/😀 Quán/Sơn La/Mường Tè/A Lưới/Y Tý/Pác Bó/Hủa Phăn/Kă Tơ/Ksor H'Nhi/H’Mông
"""
"""Names, signs and codes of this country and others, one between strokes."""


def hand_made() -> list[str]:
    """The entries above."""
    return [part for line in BUSINESSES.strip().splitlines() for part in line.split("/") if part]


def good_strings(count: int = 5000) -> list[str]:
    """That many strings: the entries above, every commune of the country, made-up rows; the order is always the same."""
    communes = [line.split(",")[1] for line in assets.text("communes.csv").splitlines()[1:] if line.count(",") > 3]
    columns = Lists(11).columns(count // 5)
    rows = list(itertools.chain.from_iterable(columns.values()))
    capitals = [text.upper() for text in rows[::7]]
    return [*hand_made(), *communes[:1500], *capitals, *rows][:count]

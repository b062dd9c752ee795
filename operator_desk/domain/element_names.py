"""Who is spoken of in a Chinese statement: persons, and companies, shops, schools, hospitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from operator_desk.domain.element_finds import Find, Kind, Trait, hits
from operator_desk.domain.element_places import STOPS, cleared
from operator_desk.domain.redaction import DOUBLE, SURNAMES

_SURNAME = f"(?:{DOUBLE}|[{SURNAMES}])"
_TITLES = (
    "先生|女士|小姐|太太|师傅|老师|大爷|大妈|阿姨|大叔|大姐|医生|大夫|医师"
    "|护士长?|主任|科长|副?经理|老板|教授|副?校长|院长|园长|局长"
    "|处长|厅长|书记|县长|市长|镇长|乡长|村长|主席|支书|队长|组长|所长|站长"
    "|律师|警官|警察|同志|会计|教练|大师"
    "|总(?![是共计在会算体数的之而局部公结])|某某?"
)
# Two signs of which the second only looks like a surname.
_PAIRS = (
    "对于 关于 由于 基于 至于 位于 等于 属于 处于 在于 于是 有时 当时 同时 "
    "及时 临时 届时 小时 平时 主任 责任 班任 现任 前任 担任 上任 信任 对方 "
    "校方 院方 官方 警方 双方 各方 我方 地方 方方 公安 保安 治安 民安 名单 "
    "订单 最高 提高 资金 现金 基金 各项 中医 教育 全党 大万 万元 不石 安全 "
    "老百 因为 我曾 已经 和尚 主管 公司 上司 领导 没有 这些 之时 每时 随时 "
    "按时 准时 顿时 工农 医务 中华 全国 重庆 非常 经常 平常 正常 日常 异常 "
    "不仅 仅仅 连连 接连 一连 甚至 和谐 项目 交通 汽车 停车 开车 坐车 出租车 "
    "公交车 火车 班车 学费 免费 浪费 消费 收费 付费 交费 水费 电费 费用 相关 "
    "有关 机关 海关 无关 组成 形成 完成 造成 成为 文化 语文 中文 英文 论文 "
    "公文 发文 应该 该党 入党 江湖 路边 一边 周边 身边 旁边 这边 那边 多次 "
    "单位 简单 出席 主席 白天 明白 空白 宣布 分布 公布 发布 时候 市长 家长 "
    "校长 学校 幼儿 农民 网络 温度 路段 阶段 时段 这时 那时 何时 一时 何况 "
    "任何 如何 为何 老何 房东 住房 危房 楼房 套房 有房 买房 厨房 平房 计算 "
    "设计 会计 共计 统计 估计 党委 党组 党支 党总 安局 时任 车主 房管 房产 "
    "文广 车老 老师 小学 中学 大学 贵局 贵州 强烈 越来 江苏 黄金 中央 幸福 "
    "重点 居住 田地 农田 水田 和平 平安 长安 治理 管理 代理 经理 处理 办理 "
    "受理 修理 道理 心理"
)
_WORDS = frozenset(_PAIRS.split())
_TITLED = re.compile(
    rf"(?P<it>{_SURNAME}(?:[\u4e00-\u9fff]{{0,2}}?)(?:{_TITLES}))(?![校室级院费票系会])"
)
_OF_SURNAME = re.compile(
    rf"(?P<it>姓{_SURNAME}的?(?:{_TITLES}|老板|男子|女子|人)?"
    rf"|{_SURNAME}姓(?:{_TITLES}|男子|女子|老板|村民|业主))"
)
_ROLE = (
    "校长|老板|负责人|联系人|法人代表|法人|经理|主任|支?书记|支书|村长|房东"
    "|导游|司机|教师|老师|医生|姓名|署名|董事长|总经理|会计|包工头|当事人"
    "|实际控制人|队长|组长|所长|局长|科长|民警|保安|业主|村民|儿子|女儿|孩子|丈夫|妻子|父亲|母亲"
)
_GIVEN = "(?:(?![是为在的说和与及因等有将])[\u4e00-\u9fff]){1,2}"
_NAMED = re.compile(
    rf"(?:{_ROLE})(?:是|为|叫|名叫|名字叫|名字是)?\s?[:：]?\s?(?P<it>{_SURNAME}{_GIVEN})"
    "(?=[，,。、；;！!？?）)\\s:：]|$|于|在|因|和|与|及|的|等|说|是|向|把|将)"
)
_SAYS = re.compile(
    rf"(?:我叫|名叫|姓名是?[:：]?|名字是?叫?[:：]?|本人叫)\s?"
    rf"(?P<it>{_SURNAME}(?:[\u4e00-\u9fff](?![住在来是的，,。]))?[\u4e00-\u9fff]?)"
)
_CALLED = re.compile(
    "(?P<it>(?:导游|司机|老板|房东|同事)?阿[\u4e00-\u9fff](?=[提承带说答告叫，。的])"
    "|(?<![最大弱从减缩狭细至])小(?![时米康石路金方区车区学孩])"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖袁潘蒋"
    "蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦傅邹孟熊秦邱江尹薛闫段雷侯"
    "龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]"
    "(?![\u4e00-\u9fff]?[区村路街镇])(?=[^\\s]|$))"
)
_KIN = (
    "父亲|母亲|父母|爸妈|爸爸?|妈妈?|爱人|老婆|老公|妻子|丈夫|配偶|儿子|女儿"
    "|孩子|小孩|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥?|弟弟|姐姐?|妹妹"
    "|岳父|岳母|公公|婆婆|侄子|侄女|外甥|孙子|孙女|邻居|同事|男友|女友|媳妇"
    "|儿媳|女婿|舅舅|叔叔|姑姑|表[哥弟姐妹]|堂[哥弟姐妹]"
)
_RELATED = re.compile(rf"(?P<it>(?:我|我们家?|我家|本人|俺|她|他)(?:的|家)?(?:{_KIN}))(?![们园校])")
_GREETED = re.compile(
    r"^(?:尊敬的?|敬爱的)?[\u4e00-\u9fff]{0,3}(?:书记|市长|县长|局长|区长|镇长|厅长"
    r"|主任|省长|部长|处长)(?:[，,：:！!您你]|$)"
)

_FIRMS = (
    "(?:有限责任公司|股份有限公司|有限公司|分公司|公司(?!法|章)|集团(?!军|化)"
    "|大?酒店|宾馆|饭店|餐厅|酒楼|火锅店|超市|商场|商城|购物中心|百货|博物馆"
    "|体育中心"
    "|学校(?![园门里内外方领老附的])|中?小学(?![生时部教]|阶段)"
    "|中学(?![生教])|高中(?![生阶毕的])|大学(?![生城毕本])|学院|幼儿园"
    "|培训中心|医院(?![方里内领])|诊所|门诊部|卫生院|卫生所|药店|药房"
    "|银行(?!卡|流水|账|贷)"
    "|信用社|联合社|合作社|加油站|物业(?!公司|服务|管理|费|合同|人|的|收|用"
    "|维|税|区)|物业(?:服务|管理)?(?:有限)?公司|房产中介|旅行社|俱乐部|健身房"
    "|养老院|敬老院|驾校|养殖场|工厂|化工厂|砖厂|木器厂|水泥厂|纸厂|矿山|煤矿"
    "|交易市场|批发市场|电影院|影城|KTV|网吧|美容院|理发店|茶楼|[4４][sS]店"
    "|专卖店|旗舰店|门店|餐馆|烧烤店|土鸡馆|饭馆|面馆|商店|便利店|小卖部"
    "|医疗器械|教科院|附[一二三]医院"
    "|[一二三四五六七八九十]中(?![年国医院午小心学]))"
)
_STOP = re.compile(
    f"{STOPS}|(?!和平|和谐|有限|有色|将军"
    "|第[一二三四五六七八九十\\d]{1,3}(?:中|小|人民|医院|职业|高|幼"
    "|附|工程|建筑|分公司))[的了在是与及从到去至于我你您他她它们这那该此每各被把让给使将对由就"
    "都也还又很已未不没要请问说住等着且而但若则吗呢吧啊和有第某家]"
    r"|\d+[所家个](?=[\u4e00-\u9fff])|(?<!华)为(?!民)"
)
_SIGN = "[\u4e00-\u9fffA-Za-z0-9·]"
_FIRM = re.compile(
    rf"(?P<it>{_SIGN}{{2,14}}?{_FIRMS}(?:附属)?(?:(?<=大学"
    r"|学院)(?:附属)?[\u4e00-\u9fff]{0,4}(?:学院|医院|附一医院|附二医院))?)"
    r"|(?P<short>(?:[\u4e00-\u9fffA-Z]{1,3}[市省县]|(?<![\u4e00-\u9fff])"
    r"|(?<=[\s来读]))(?:[一二三四五六七八九十]中(?![年国医院午小心学])"
    r"|省?妇幼(?:保健院)?(?!保)))"
)
_DISTRICT = re.compile(
    r"^.{0,8}(?:自治县|县|(?<![小社])区|镇|乡|街道|国道|大道|大街|(?<!道)路)(?=.{3,})"
)
_PLAIN = (
    "指定|私人|学校|一级|二级|物业|开发|建筑|医疗|培训|职业|技术|技能|民办|公立|公办|私立"
    "|附近|大型|小型|连锁|周边|房地产|地产|电力|自来水|燃气|天然气|供电|保险"
    "|旅游|出租车|公交车?"
    "|快递|装修|家政|外地|乡镇|乡村|农村|县级|市级|省级|人民|中心|普通|一般"
    "|多家|两家|一家|几家|本地|当地|国有|私营|企业|相关|有限|责任|股份|教育"
    "|服务|管理|高等|中等|高级|初级|完全|九年制|义务"
    "|公共|城市|国家|重点|实验|综合|社会|福利|专科|住院|定点|三甲|二甲|县城"
    "|城区|新建|优质|示范|普惠|分校|新开|校外|课外|艺术|健身|购物|生活|网上"
    "|商业|五星级|快捷|外资|合资|上市|劳务|派遣|分包|总包|承包|施工|建设|工程"
    "|监理|投资|科技|网络|电信|移动|通信|物流|运输|客运|货运|环保|环卫|食品"
    "|药品|生产|销售|贸易|化工|房产|置业|担保|贷款|金融|证券|中国|全国|省|市"
    "|县|区|镇|乡|村|大|小|中|新|老|原|本|上|下|双|名|所|读|上班|办|进|开"
    "|全县|全市|其中|初|高|公|私|民|外|内|总|分|子|母|好|初等|全省|我省|我市"
    "|我县|学生|老师|教师|家长|员工|大量|许多|很多|任何|什么|哪些|有些|一些"
    "|部分|负责|找|去|来|回|联系|告知|通知|因为|如果|并|或|以|为|用|向|如|同"
    "|跟|靠|时|前|后|间|里|边"
)
_GENERIC = re.compile(rf"(?:{_PLAIN})*")
_FIRST = re.compile(
    "^(?:(?:[今去前]|\\d{2,4})年(?:\\d{1,2}月份?)?|\\d{1,2}月份?|位于|并|或|以|为|如|同|跟|因|现|又|后|前|原|去|来|如今|目前|负责"
    "|联系|通知|告知|投诉|反映|关于|就读|毕业|就职|任职|工作|附近|隔壁|楼下"
    "|楼上|楼|其中|但|向|用|通|找|进|上班|办|请|叫|时|里|边|间|日|月|年|元"
    "|号)+(?=[\u4e00-\u9fffA-Za-z]{2,})"
)
_FIRM_TRAITS = (
    (Trait.HOSPITAL, re.compile("医院|诊所|门诊|卫生|药|妇幼")),
    (
        Trait.SCHOOL,
        re.compile("学校|小学|中学|高中|大学|学院|幼儿园|培训|驾校|[一二三四五六七八九十]中$"),
    ),
    (Trait.MANAGER, re.compile("物业")),
    (Trait.BANK, re.compile("银行|信用社|联合社|保险")),
)


def persons(text: str) -> Iterator[Find]:
    """Persons by name, title or as somebody's kin; whom a statement only greets is none."""
    greeted = _GREETED.match(text)
    at = greeted.end() if greeted else 0
    found = (
        *hits(Kind.PERSON, "titled", _TITLED, text),
        *hits(Kind.PERSON, "surname", _OF_SURNAME, text),
        *hits(Kind.PERSON, "named", _NAMED, text),
        *hits(Kind.PERSON, "says_name", _SAYS, text),
        *hits(Kind.PERSON, "called", _CALLED, text),
        *hits(Kind.PERSON, "kin", _RELATED, text),
    )
    for find in found:
        pair = text[max(0, find.start - 1) : find.start + 1]
        inside = text[find.start : find.start + 2]
        if find.start >= at and pair not in _WORDS and (find.rule == "kin" or inside not in _WORDS):
            yield find


def firms(text: str) -> Iterator[Find]:
    """Companies, shops, schools and hospitals by their names, without the district before."""
    for hit in _FIRM.finditer(cleared(text, _STOP)):
        group = "it" if hit["it"] else "short"
        start, end = hit.span(group)
        while lead := _DISTRICT.match(text[start:end]) or _FIRST.match(text[start:end]):
            start += lead.end()
        words = text[start:end]
        suffix = re.search(f"{_FIRMS}$", words)
        if group == "it" and (suffix is None or _GENERIC.fullmatch(words[: suffix.start()])):
            continue
        traits = frozenset(trait for trait, pattern in _FIRM_TRAITS if pattern.search(words))
        yield Find(Kind.FIRM, start, end, words, "", traits, "name")

import pytest

from yifa.reader.subjects.phrases import read_left, read_right, tail_of


@pytest.mark.parametrize(
    ("words", "unit", "noun", "act"),
    [
        ("受理行政复议申请", "件", "行政复议申请", "受理"),
        ("规范性文件废止", "件", "规范性文件", "废止"),
        ("通过政府网站发布信息", "条", "信息", "发布"),
        ("督促企业排查隐患", "处", "隐患", "排查"),
        ("组织开展执法案卷评查", "次", "执法案卷评查", "组织开展"),
        ("各县区政府共废止", "件", "", "废止"),
        ("列入经营异常名录", "户", "", "列入经营异常名录"),
        ("补正后受理", "件", "", "受理"),
        ("逾期未办结", "件", "", "逾期未办结"),
        ("办理公证", "件", "公证", "办理"),
        ("派出督导检查组", "个", "督导检查组", "派出"),
        ("提出建议被采纳", "条", "建议", "采纳"),
        ("对在建工程进行监督检查", "个", "在建工程", "监督检查"),
        ("", "件", "", None),
    ],
)
def test_the_words_before_a_number_are_split_into_noun_and_act(words, unit, noun, act):
    phrase = read_left(words, unit)
    assert (phrase.noun, phrase.predicate) == (noun, act)


@pytest.mark.parametrize(
    ("words", "unit", "noun", "act"),
    [
        ("政府规章予以废止", "件", "政府规章", "废止"),
        ("企业列入失信惩戒名单", "户", "企业", "列入失信惩戒名单"),
        ("的防汛物资", "元", "防汛物资", None),
        ("村的生活污水治理", "个", "村", None),
        ("考试合格", "人", "", "考试合格"),
        ("创建指标", "项", "创建指标", None),
        ("实地调研", "次", "实地调研", None),
        ("“跨省通办”事项全部落实", "项", "跨省通办事项", "落实"),
        ("疑似违法占用耕地图斑", "个", "疑似违法占用耕地图斑", None),
    ],
)
def test_the_words_behind_a_number_are_split_into_noun_and_act(words, unit, noun, act):
    phrase = read_right(words, unit)
    assert (phrase.noun, phrase.predicate) == (noun, act)


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("《青屏快报》系列文章等稿件", "稿件"),
        ("执法程序不规范等方面的问题", "问题"),
        ("（试行）办法", "办法"),
        ("群众来信来访、网络留言、领导交办事项和市长信箱来件", "网络留言、领导交办事项和市长信箱来件"),
    ],
)
def test_a_noun_is_told_short(words, noun):
    assert tail_of(words) == noun

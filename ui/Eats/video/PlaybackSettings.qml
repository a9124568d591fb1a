pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.settings

/* 설정 → 재생: live pictures on or off, and the address of each channel's picture. */
Section {
    id: section

    required property PlaybackViewModel playback
    property bool open: false

    title: qsTr("재생")
    symbol: "play"
    intro: qsTr("방송 영상은 방송사의 것이에요. 그래서 처음에는 꺼져 있고 주소도 비어 있어요. 보여 줘도 되는 영상인지 방송사에 확인한 뒤 주소를 적고 켜 주세요. 꺼 두면 판매처 화면과 전화번호를 안내해 드려요.")

    Toggle {
        objectName: "playback.live"
        Layout.fillWidth: true
        text: qsTr("창 안에서 방송 영상 보기")
        help: section.playback.knownText === "" ? qsTr("아직 영상 주소가 적힌 채널이 없어요.") : section.playback.knownText
        on: section.playback.liveOn
        onClicked: section.playback.setLive(!on)
    }

    Toggle {
        objectName: "playback.autoplay"
        Layout.fillWidth: true
        enabled: section.playback.liveOn
        text: qsTr("방송 상세를 열면 바로 틀기")
        help: qsTr("소리 없이 시작해요. 데이터를 아끼려면 꺼 주세요. 꺼도 ‘영상 보기’를 누르면 볼 수 있어요.")
        on: section.playback.autoplayOn
        onClicked: section.playback.setAutoplay(!on)
    }

    Line {}

    AppButton {
        objectName: "playback.addresses"
        Layout.leftMargin: Theme.s8
        kind: "quiet"
        symbol: section.open ? "minus" : "plus"
        text: section.open ? qsTr("영상 주소 접기") : qsTr("채널별 영상 주소")
        onClicked: section.open = !section.open
    }

    Note {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.s8
        visible: section.open
        text: qsTr("https로 시작하고 .m3u8로 끝나는 주소만 적을 수 있어요. 아이디나 비밀번호가 든 주소는 쓸 수 없어요. 비우고 저장하면 지워져요.")
    }

    Repeater {
        model: section.open ? section.playback.channels : null

        delegate: StreamField {
            Layout.leftMargin: Theme.s8
            Layout.rightMargin: Theme.s8
            playback: section.playback
        }
    }
}

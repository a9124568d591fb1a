import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.search

Rectangle {
    id: bar

    required property bool compact
    required property Navigator navigator
    required property SyncViewModel sync
    required property InboxViewModel inbox
    required property SettingsViewModel settings
    required property SuggestViewModel suggest
    required property string query

    signal menuWanted
    signal asked(string words)

    function focusSearch() {
        field.forceActiveFocus();
        field.selectAll();
        field.unfold();
    }

    Connections {
        target: bar.navigator
        function onPlaceChanged() {
            field.fold();
        }
    }

    implicitHeight: Theme.control + Theme.s16
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s12
        anchors.rightMargin: Theme.s12
        spacing: Theme.s8

        IconButton {
            visible: bar.compact
            symbol: "menu"
            name: qsTr("메뉴")
            onClicked: bar.menuWanted()
        }

        IconButton {
            objectName: "top.back"
            visible: !bar.compact || bar.navigator.canGoBack
            enabled: bar.navigator.canGoBack
            symbol: "back"
            name: qsTr("뒤로")
            onClicked: bar.navigator.back()
        }

        IconButton {
            visible: !bar.compact
            enabled: bar.navigator.canGoForward
            symbol: "forward"
            name: qsTr("앞으로")
            onClicked: bar.navigator.forward()
        }

        SearchBox {
            id: field

            suggest: bar.suggest
            query: bar.query
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(560)
            placeholderText: bar.compact ? qsTr("방송·상품 찾기") : qsTr("먹고 싶은 것을 찾아보세요 (Ctrl+K)")
            onAsked: words => bar.asked(words)
        }

        Item {
            Layout.fillWidth: true
            Layout.maximumWidth: bar.compact ? 0 : -1
        }

        Rectangle {
            visible: bar.settings.isDemo
            Layout.preferredWidth: demo.implicitWidth + 2 * Theme.s12
            Layout.preferredHeight: Theme.px(34)
            radius: Theme.radiusM
            color: Theme.warnSoft
            border.width: Theme.hairline
            border.color: Theme.warn

            TextLine {
                id: demo

                anchors.centerIn: parent
                text: qsTr("체험 데이터")
                font.pixelSize: Theme.caption
                font.bold: true
                color: Theme.warn
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("체험 데이터: 지어낸 방송과 상품이에요")
            }
        }

        FreshnessChip {
            compact: bar.compact
            sync: bar.sync
        }

        IconButton {
            objectName: "top.inbox"
            symbol: "bell"
            name: qsTr("알림함")
            badge: bar.inbox.badge
            onClicked: bar.navigator.go("inbox")
        }

        IconButton {
            objectName: "top.me"
            visible: !bar.compact
            symbol: "person"
            name: qsTr("내 정보")
            onClicked: bar.navigator.go("me")
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.divider
    }
}

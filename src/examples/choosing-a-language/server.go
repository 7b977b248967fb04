package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"sync"
)

type price struct {
	Name  string `json:"name"`
	Cents int    `json:"cents"`
}

type store struct {
	mutex  sync.Mutex
	prices map[string]int
}

var digits = regexp.MustCompile(`^[0-9]{1,9}$`)
var path = regexp.MustCompile(`^/prices/([^/]+)$`)

// #region handle
func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	match := path.FindStringSubmatch(r.URL.Path)
	if match == nil {
		problem(w, 404, "not found")
		return
	}
	name := match[1]
	switch r.Method {
	case "GET":
		s.mutex.Lock()
		cents, known := s.prices[name]
		s.mutex.Unlock()
		if !known {
			problem(w, 404, "no price for "+name)
			return
		}
		answer(w, 200, price{name, cents})
	case "PUT":
		body, err := io.ReadAll(r.Body)
		if err != nil || !digits.Match(body) {
			problem(w, 400, "send a whole number of cents")
			return
		}
		cents, _ := strconv.Atoi(string(body))
		s.mutex.Lock()
		_, known := s.prices[name]
		s.prices[name] = cents
		s.mutex.Unlock()
		status := 201
		if known {
			status = 200
		}
		answer(w, status, price{name, cents})
	default:
		w.Header().Set("Allow", "GET, PUT")
		problem(w, 405, "GET or PUT")
	}
}

// #endregion handle

func problem(w http.ResponseWriter, status int, text string) {
	answer(w, status, map[string]string{"error": text})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Getenv("PORT"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("listening")
	http.Serve(listener, &store{prices: map[string]int{}})
}
